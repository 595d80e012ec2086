/**
 * Child processes with a log that never outlive this program. The package is independent of
 * Softpause.
 */
@NullMarked
package org.softpause.e2e.process;

import org.jspecify.annotations.NullMarked;
