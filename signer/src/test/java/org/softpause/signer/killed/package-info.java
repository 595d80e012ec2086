/** Signers that are killed or lose their power: no nonce ever signs twice. */
@NullMarked
package org.softpause.signer.killed;

import org.jspecify.annotations.NullMarked;
