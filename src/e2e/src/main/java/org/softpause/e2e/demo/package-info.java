/**
 * The scenario of {@code ./demo}: eight steps, each of which checks its results before the next one
 * starts.
 */
@NullMarked
package org.softpause.e2e.demo;

import org.jspecify.annotations.NullMarked;
