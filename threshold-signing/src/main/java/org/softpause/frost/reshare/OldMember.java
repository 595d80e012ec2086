package org.softpause.frost.reshare;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.dkg.Polynomial;
import org.softpause.frost.dkg.PolynomialCommitment;
import org.softpause.frost.dkg.ProofOfPossession;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;

/**
 * What an old member does in a resharing: it deals its own share out among the new members.
 * Everything derives from that share, a fresh seed and the ceremony, so each step may be repeated
 * and gives the same bytes. It does not depend on who else takes part, since the new members apply
 * the weights of the old shares. So nobody's work is lost if one drops out, and no polynomial is
 * ever used with two values at zero.
 */
public final class OldMember {
  static final String PROOF = "reshare-proof";

  private final Resharing resharing;
  private final Identifier self;
  private final Polynomial polynomial;
  private final RoundOnePackage published;

  private OldMember(Resharing resharing, KeyPackage own, Seed seed) {
    this.resharing = resharing;
    self = own.identifier();
    polynomial = Polynomial.through(own.signingShare(), seed, resharing.next());
    PolynomialCommitment commitment = polynomial.commit();
    published =
        new RoundOnePackage(
            commitment,
            ProofOfPossession.prove(
                PROOF,
                resharing.next().id(),
                self,
                seed,
                polynomial.constant(),
                commitment.constant()));
  }

  /**
   * Makes the old member with this share, which costs t' + 1 secret multiplications.
   *
   * @throws IllegalArgumentException for a share of another group than the one reshared
   */
  public static OldMember of(Resharing resharing, KeyPackage own, Seed seed) {
    if (!own.publicKeys().equals(resharing.old())) {
      throw new IllegalArgumentException("this share is not of the group that is reshared");
    }
    return new OldMember(resharing, own, seed);
  }

  /**
   * Round one: returns the commitment, whose constant is the old verifying share, and its proof.
   */
  public RoundOnePackage roundOne() {
    return published;
  }

  /**
   * Round two: returns the share for each new member, to be sealed to its receiver. The share for
   * oneself is among them, so that it can be recovered from the new seed and the transcript alone.
   *
   * @throws InvalidKeyGeneration naming nobody, if the contributions are of another resharing or
   *     hold another package as this member's
   */
  public SortedMap<Identifier, SecretShare> roundTwo(Contributions everyone) {
    if (!everyone.resharing().equals(resharing)) {
      throw new InvalidKeyGeneration(
          "the contributions are to another resharing", Collections.emptyList());
    }
    if (!published.equals(everyone.packages().get(self))) {
      throw new InvalidKeyGeneration(
          "the contributions hold another package as this member's", Collections.emptyList());
    }
    TreeMap<Identifier, SecretShare> shares = new TreeMap<>();
    for (Identifier receiver : resharing.next().members()) {
      shares.put(receiver, SecretShare.of(polynomial.evaluate(receiver)));
    }
    return Collections.unmodifiableSortedMap(shares);
  }
}
