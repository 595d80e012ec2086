/**
 * When a signature share may leave this machine (protocol "Signatures"). The conditions are one
 * small class, and the burn of a nonce and the share made with it are one write.
 */
@NullMarked
package org.softpause.signer.release;

import org.jspecify.annotations.NullMarked;
