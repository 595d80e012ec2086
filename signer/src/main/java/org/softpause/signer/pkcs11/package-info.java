/**
 * An identity key that stays in a PKCS#11 token. The JDK's own provider talks to the token's
 * library; this process sees only signatures.
 */
@NullMarked
package org.softpause.signer.pkcs11;

import org.jspecify.annotations.NullMarked;
