/**
 * The ceiling of a site at a time, in signed 64-bit integers (protocol "Sites and their ceiling").
 * Every implementation comes to the same numbers; {@code ceiling-vectors.json} beside this package
 * holds examples of them.
 */
@NullMarked
package org.softpause.protocol.ceiling;

import org.jspecify.annotations.NullMarked;
