/** Tests of identity keys in a token, with SoftHSM where it is installed. */
@NullMarked
package org.softpause.signer.pkcs11;

import org.jspecify.annotations.NullMarked;
