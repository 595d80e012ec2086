package org.softpause.frost;

/**
 * What one member keeps after a key ceremony: its identifier, its secret share and the group's
 * public keys. The share is known to match the group's record of it.
 */
public record KeyPackage(
    Identifier identifier, SigningShare signingShare, PublicKeyPackage publicKeys) {
  /**
   * Costs one secret multiplication.
   *
   * @throws IllegalArgumentException if the identifier is no member or the share is not the one
   *     that the group's public keys record for it
   */
  public KeyPackage {
    if (!signingShare.verifyingShare().equals(publicKeys.share(identifier))) {
      throw new IllegalArgumentException(
          "the signing share is not that of member " + identifier.value());
    }
  }

  public VerifyingShare verifyingShare() {
    return publicKeys.share(identifier);
  }

  public VerifyingKey verifyingKey() {
    return publicKeys.verifyingKey();
  }

  public int minSigners() {
    return publicKeys.minSigners();
  }
}
