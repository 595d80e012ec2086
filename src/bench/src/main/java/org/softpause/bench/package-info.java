/**
 * Benchmarks of what the project promises, each beside a reference that runs in the same process
 * and does the bare group operations that the algorithm cannot do without. {@link
 * org.softpause.bench.Comparisons} lists them, {@code src/bench/run} prints their table.
 */
@NullMarked
package org.softpause.bench;

import org.jspecify.annotations.NullMarked;
