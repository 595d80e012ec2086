package org.softpause.frost;

import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;

/** Signs one message in both rounds. Each signer is honest unless the test interferes. */
final class TestSigning {
  private final TestGroup group;
  private final Map<Identifier, SigningNonces> nonces = new TreeMap<>();
  private final Map<Identifier, SigningCommitments> commitments = new TreeMap<>();
  private final byte[] message;

  TestSigning(TestGroup group, byte[] message, SecureRandom random, int... members) {
    this.group = group;
    this.message = message;
    for (int member : members) {
      Identifier signer = new Identifier(member);
      SigningNonces drawn = RoundOne.commit(group.key(signer).signingShare(), random);
      nonces.put(signer, drawn);
      commitments.put(signer, drawn.commitments());
    }
  }

  SigningPackage signingPackage() {
    return SigningPackage.of(commitments, message);
  }

  Map<Identifier, SigningCommitments> commitments() {
    return new TreeMap<>(commitments);
  }

  SigningNonces nonces(int member) {
    SigningNonces drawn = nonces.get(new Identifier(member));
    if (drawn == null) {
      throw new IllegalArgumentException("member " + member + " is not signing");
    }
    return drawn;
  }

  SignatureShare share(int member) {
    return RoundTwo.sign(group.key(member), nonces(member), signingPackage());
  }

  /** Runs round two for everyone. */
  Map<Identifier, SignatureShare> shares() {
    Map<Identifier, SignatureShare> shares = new TreeMap<>();
    commitments.keySet().forEach(signer -> shares.put(signer, share(signer.value())));
    return shares;
  }

  Signature aggregate(Map<Identifier, SignatureShare> shares) {
    return Aggregation.aggregate(signingPackage(), shares, group.publicKeys());
  }
}
