/**
 * FROST(secp256k1, SHA-256) exactly as RFC 9591 section 6.5 has it. The public vocabulary is one
 * type per noun of the RFC; arithmetic on secrets stays inside the package.
 */
@NullMarked
package org.softpause.frost;

import org.jspecify.annotations.NullMarked;
