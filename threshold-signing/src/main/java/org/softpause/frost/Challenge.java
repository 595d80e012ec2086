package org.softpause.frost;

/** The per-message challenge c, RFC 9591 section 4.6. */
final class Challenge {
  private Challenge() {}

  /** compute_challenge(group_commitment, group_public_key, msg). */
  static Scalar compute(Element groupCommitment, VerifyingKey groupKey, byte[] message) {
    return Ciphersuite.h2(groupCommitment.encode(), groupKey.encode(), message);
  }
}
