/**
 * The family {@code committee}: a committee that loses a machine, is lied to, and changes hands.
 */
@NullMarked
package org.softpause.e2e.committee;

import org.jspecify.annotations.NullMarked;
