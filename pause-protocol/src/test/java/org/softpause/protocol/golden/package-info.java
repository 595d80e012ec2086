/**
 * Every signed document, file and claim has one written form: recorded here, and the seed from
 * which the fuzz targets of this module search.
 */
@NullMarked
package org.softpause.protocol.golden;

import org.jspecify.annotations.NullMarked;
