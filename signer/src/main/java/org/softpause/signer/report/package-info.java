/** The result of an operation, for people and for machines, whatever front end asked for it. */
@NullMarked
package org.softpause.signer.report;

import org.jspecify.annotations.NullMarked;
