/** Tests of the reports. Text from elsewhere must never become markup. */
@NullMarked
package org.softpause.auditor.report;

import org.jspecify.annotations.NullMarked;
