/**
 * When a signature share may leave this machine (protocol "Threshold signatures"), and nothing
 * else. The conditions are one small class; the burn of a nonce and the share it made are one
 * write.
 */
@NullMarked
package org.softpause.signer.release;

import org.jspecify.annotations.NullMarked;
