/**
 * Child processes that keep a log, tell when they are ready and never outlive this program. Nothing
 * here knows what Softpause is.
 */
@NullMarked
package org.softpause.e2e.process;

import org.jspecify.annotations.NullMarked;
