/**
 * What the table says is what was measured. The benchmarks themselves run by {@code src/bench/run}
 * alone.
 */
@NullMarked
package org.softpause.bench;

import org.jspecify.annotations.NullMarked;
