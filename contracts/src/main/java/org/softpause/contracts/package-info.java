/**
 * What Java knows of the registry contract: its ABI and the shape of its bytecode, as data. Whoever
 * talks to a registry compares its code with this before trusting anything that it says.
 */
@NullMarked
package org.softpause.contracts;

import org.jspecify.annotations.NullMarked;
