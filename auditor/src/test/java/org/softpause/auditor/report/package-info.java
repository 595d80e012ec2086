/** Tests of what is printed. Text of others must never become markup. */
@NullMarked
package org.softpause.auditor.report;

import org.jspecify.annotations.NullMarked;
