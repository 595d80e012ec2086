/**
 * Measurements with real processes. A command of their own takes them, and no test asserts them.
 */
@NullMarked
package org.softpause.e2e.measure;

import org.jspecify.annotations.NullMarked;
