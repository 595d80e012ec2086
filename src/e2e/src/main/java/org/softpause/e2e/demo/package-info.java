/**
 * The story that {@code ./demo} tells: eight steps, each of which checks what came out before the
 * next begins.
 */
@NullMarked
package org.softpause.e2e.demo;

import org.jspecify.annotations.NullMarked;
