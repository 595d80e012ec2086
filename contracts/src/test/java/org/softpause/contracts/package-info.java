/**
 * Tests of the contract's data in Java. The contract itself is tested by Forge, in {@code
 * contracts/test}.
 */
@NullMarked
package org.softpause.contracts;

import org.jspecify.annotations.NullMarked;
