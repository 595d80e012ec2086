/**
 * Tests of the ROAST coordinator: every transition by hand, and seeded simulations of whole
 * signings in which everyone beyond t members works against it. A failure prints the seed that
 * repeats it.
 */
@NullMarked
package org.softpause.frost.roast;

import org.jspecify.annotations.NullMarked;
