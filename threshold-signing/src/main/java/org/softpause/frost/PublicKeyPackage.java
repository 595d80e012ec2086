package org.softpause.frost;

import java.util.Map;
import java.util.SortedMap;
import org.softpause.frost.FrostException.InvalidSigningPackage;

/**
 * What everyone knows of a group: how many must sign, its key and each member's verifying share. It
 * must come from a key ceremony's transcript, never from a coordinator: a wrong verifying share
 * would blame an honest member.
 */
public record PublicKeyPackage(
    int minSigners, VerifyingKey verifyingKey, SortedMap<Identifier, VerifyingShare> shares) {
  /**
   * @throws IllegalArgumentException unless 2 ≤ minSigners ≤ number of shares
   */
  public PublicKeyPackage {
    if (minSigners < 2 || minSigners > shares.size()) {
      throw new IllegalArgumentException(
          "threshold " + minSigners + " is outside 2.." + shares.size());
    }
    shares = IdentifierMaps.ascending(shares);
  }

  public static PublicKeyPackage of(
      int minSigners, VerifyingKey verifyingKey, Map<Identifier, VerifyingShare> shares) {
    return new PublicKeyPackage(minSigners, verifyingKey, IdentifierMaps.ascending(shares));
  }

  /**
   * The member's verifying share.
   *
   * @throws IllegalArgumentException for one who is no member
   */
  public VerifyingShare share(Identifier member) {
    VerifyingShare share = shares.get(member);
    if (share == null) {
      throw new IllegalArgumentException(member + " is not a member of this group");
    }
    return share;
  }

  /** RFC 9591 section 5: at least minSigners participants, all of this group. */
  void requireSigners(SigningPackage signingPackage) {
    int signers = signingPackage.commitments().size();
    if (signers < minSigners) {
      throw new InvalidSigningPackage(signers + " signers, but " + minSigners + " must sign");
    }
    for (Identifier signer : signingPackage.commitments().keySet()) {
      if (!shares.containsKey(signer)) {
        throw new InvalidSigningPackage("signer " + signer.value() + " is not of this group");
      }
    }
  }
}
