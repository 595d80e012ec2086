package org.softpause.frost;

import java.util.Map;
import java.util.SortedMap;
import org.softpause.frost.FrostException.InvalidSignature;
import org.softpause.frost.FrostException.InvalidSignatureShares;
import org.softpause.frost.FrostException.InvalidSigningPackage;

/** Signature share aggregation and verification, RFC 9591 sections 5.3 and 5.4. */
public final class Aggregation {
  private Aggregation() {}

  /**
   * aggregate(commitment_list, msg, group_public_key, sig_shares), section 5.3, with a check of its
   * outcome. The shares are checked one by one only if the signature fails, to name every culprit.
   *
   * @throws InvalidSigningPackage for too few signers, a stranger, or shares that are not one from
   *     each signer of the package
   * @throws InvalidSignatureShares naming every sender of a bad share
   * @throws InvalidSignature if every share verifies: then the public keys are not of one group
   */
  public static Signature aggregate(
      SigningPackage signingPackage,
      Map<Identifier, SignatureShare> shares,
      PublicKeyPackage publicKeys) {
    return aggregate(SigningSession.of(signingPackage, publicKeys), shares);
  }

  /** Aggregates as above, where the session's values are known already. */
  public static Signature aggregate(
      SigningSession session, Map<Identifier, SignatureShare> shares) {
    SortedMap<Identifier, SignatureShare> ascending = IdentifierMaps.ascending(shares);
    if (!ascending.keySet().equals(session.signingPackage().commitments().keySet())) {
      throw new InvalidSigningPackage("not one share from each signer of the package");
    }
    VerifyingKey key = session.publicKeys().verifyingKey();
    Scalar z = session.sum(ascending.values());
    if (!key.accepts(session.challenge(), session.groupCommitment(), z)) {
      throw session.failure(ascending);
    }
    return Signature.of(session.groupCommitment(), z);
  }

  /**
   * verify_signature_share, section 5.4: returns if the share is what its sender owes to this
   * package. Anyone can recompute it, so it is the evidence on which a member is blamed.
   *
   * @throws InvalidSigningPackage for too few signers, a stranger, or a sender not in the package
   * @throws InvalidSignatureShares naming the sender
   */
  public static void verifyShare(
      Identifier sender,
      SignatureShare share,
      SigningPackage signingPackage,
      PublicKeyPackage publicKeys) {
    SigningSession.of(signingPackage, publicKeys).verifyShare(sender, share);
  }
}
