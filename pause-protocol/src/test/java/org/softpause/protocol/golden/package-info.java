/**
 * Recorded forms of every signed document, file and claim. They are also the seeds from which the
 * fuzz targets of this module search.
 */
@NullMarked
package org.softpause.protocol.golden;

import org.jspecify.annotations.NullMarked;
