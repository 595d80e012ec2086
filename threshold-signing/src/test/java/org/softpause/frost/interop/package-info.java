/**
 * An implementation from elsewhere takes a seat: {@code @noble/curves} signs as one of the t and
 * takes part in key generation. Only the library's public vocabulary is used here, as any user of
 * it would.
 */
@NullMarked
package org.softpause.frost.interop;

import org.jspecify.annotations.NullMarked;
