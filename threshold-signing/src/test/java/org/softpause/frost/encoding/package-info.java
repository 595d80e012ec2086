/**
 * Every value that is sent or kept has one encoding: recorded, damaged at every bit, and fuzzed.
 * The fuzz targets run on their recorded seeds in an ordinary build and search in {@code -Pdeep}.
 */
@NullMarked
package org.softpause.frost.encoding;

import org.jspecify.annotations.NullMarked;
