package org.softpause.frost;

import java.util.Optional;

/**
 * What one member keeps after a key ceremony: its identifier, its secret share and the group's
 * public keys. The constructor checks that the share matches the public keys.
 */
public record KeyPackage(
    Identifier identifier, SigningShare signingShare, PublicKeyPackage publicKeys) {
  /**
   * Costs one secret multiplication, unless the share knows its public counterpart already.
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

  /**
   * The package of a member with this share, or nothing if the group's public keys record another
   * share for it. Costs one secret multiplication. Only the last step of a ceremony or of a repair
   * needs this.
   *
   * @throws IllegalArgumentException if the identifier is no member
   */
  public static Optional<KeyPackage> ofShare(
      Identifier identifier, Scalar share, PublicKeyPackage publicKeys) {
    if (share.isZero()) {
      return Optional.empty();
    }
    SigningShare own = SigningShare.fromSecretBytes(share.encode());
    return own.verifyingShare().equals(publicKeys.share(identifier))
        ? Optional.of(new KeyPackage(identifier, own, publicKeys))
        : Optional.empty();
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
