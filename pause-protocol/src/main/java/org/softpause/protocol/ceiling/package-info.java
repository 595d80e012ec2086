/**
 * The ceiling of a site at a time, in signed 64-bit integers (protocol "The ceiling of a site at
 * time t"). The same numbers come out of every implementation; {@code ceiling-vectors.json} beside
 * this package holds examples of them.
 */
@NullMarked
package org.softpause.protocol.ceiling;

import org.jspecify.annotations.NullMarked;
