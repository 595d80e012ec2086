/**
 * FROST(secp256k1, SHA-256) exactly as RFC 9591 section 6.5 has it: the public vocabulary is one
 * type per noun of the RFC, and {@link org.softpause.frost.RoundOne}, {@link
 * org.softpause.frost.RoundTwo} and {@link org.softpause.frost.Aggregation} are its sections 5.1 to
 * 5.4, to be read beside it. Decoding checks as strictly as construction, secrets never print, and
 * every failure is a {@link org.softpause.frost.FrostException} that names its culprits.
 */
@NullMarked
package org.softpause.frost;

import org.jspecify.annotations.NullMarked;
