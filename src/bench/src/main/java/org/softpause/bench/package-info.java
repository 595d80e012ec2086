/**
 * Benchmarks, each beside a reference that runs in the same process and does only the group
 * operations that the algorithm needs. {@link org.softpause.bench.Comparisons} lists them, and
 * {@code src/bench/run} prints their table.
 */
@NullMarked
package org.softpause.bench;

import org.jspecify.annotations.NullMarked;
