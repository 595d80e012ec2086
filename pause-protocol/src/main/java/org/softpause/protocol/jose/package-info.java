/**
 * Keys of jurisdictions and what is signed or sealed with them: JWS ES256 and JWE ECDH-ES, each
 * with exactly one accepted header. Nothing in a header ever chooses an algorithm or a key.
 */
@NullMarked
package org.softpause.protocol.jose;

import org.jspecify.annotations.NullMarked;
