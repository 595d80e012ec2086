package org.softpause.protocol.ceremony;

import org.softpause.frost.Identifier;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.dkg.SecretShare;

/** The verified commitments of all dealers and the public keys that follow from them. */
sealed interface PublishedKeys permits FoundingKeys, SuccessionKeys {
  PublicKeyPackage publicKeys();

  /**
   * Returns if the share is what the dealer's commitment promises to the receiver. Both are
   * numbered as participants.
   *
   * @throws org.softpause.frost.FrostException.InvalidKeyGeneration if not
   */
  void verifyShare(Identifier dealer, Identifier receiver, SecretShare share);
}
