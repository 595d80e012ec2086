package org.softpause.frost;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Signs with key packages, whether or not they belong to the same group. */
public final class GroupSigning {
  private GroupSigning() {}

  /** Runs both rounds. Each member uses the public keys of its own key package. */
  public static Signature sign(
      byte[] message, Collection<KeyPackage> keys, PublicKeyPackage aggregator, long seed) {
    SeededRandom random = new SeededRandom(seed);
    Map<Identifier, SigningNonces> nonces = new TreeMap<>();
    Map<Identifier, SigningCommitments> commitments = new TreeMap<>();
    for (KeyPackage key : keys) {
      SigningNonces drawn = RoundOne.commit(key.signingShare(), random);
      nonces.put(key.identifier(), drawn);
      commitments.put(key.identifier(), drawn.commitments());
    }
    SigningPackage signingPackage = SigningPackage.of(commitments, message);
    Map<Identifier, SignatureShare> shares = new TreeMap<>();
    for (KeyPackage key : keys) {
      SigningNonces own = nonces.get(key.identifier());
      if (own != null) {
        shares.put(key.identifier(), RoundTwo.sign(key, own, signingPackage));
      }
    }
    return Aggregation.aggregate(signingPackage, shares, aggregator);
  }
}
