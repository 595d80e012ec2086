package org.softpause.frost.dkg;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.Scalar;

/**
 * What one member does in a key generation, figure 1 of the FROST paper. Everything derives from
 * seed and ceremony, so each step may be repeated and gives the same bytes. A lost share is
 * recovered by calling {@link #finish} again on the stored transcript.
 */
public final class Participant {
  private final CeremonyParameters ceremony;
  private final Identifier self;
  private final Polynomial polynomial;
  private final RoundOnePackage published;

  private Participant(CeremonyParameters ceremony, Identifier self, Seed seed) {
    this.ceremony = ceremony;
    this.self = self;
    polynomial = Polynomial.derive(seed, ceremony);
    PolynomialCommitment commitment = polynomial.commit();
    published =
        new RoundOnePackage(
            commitment,
            ProofOfPossession.prove(
                ceremony.id(), self, seed, polynomial.constant(), commitment.constant()));
  }

  /**
   * Makes the member with this seed, which costs t + 1 secret multiplications.
   *
   * @throws IllegalArgumentException for one who is no member of the ceremony
   */
  public static Participant of(CeremonyParameters ceremony, Identifier self, Seed seed) {
    if (!ceremony.hasMember(self)) {
      throw new IllegalArgumentException(self + " is not a member of this ceremony");
    }
    return new Participant(ceremony, self, seed);
  }

  /** Round one, steps 1 to 4: returns the commitment and the proof of possession to publish. */
  public RoundOnePackage roundOne() {
    return published;
  }

  /**
   * Round two, step 1: returns the share for each other member, to be sealed to its receiver.
   * {@link RoundOneSet} does step 5 of round one.
   *
   * @throws InvalidKeyGeneration naming nobody, if the set holds another package as this member's
   */
  public SortedMap<Identifier, SecretShare> roundTwo(RoundOneSet everyone) {
    requireOwnPackage(everyone);
    TreeMap<Identifier, SecretShare> shares = new TreeMap<>();
    for (Identifier receiver : ceremony.members()) {
      if (!receiver.equals(self)) {
        shares.put(receiver, SecretShare.of(polynomial.evaluate(receiver)));
      }
    }
    return Collections.unmodifiableSortedMap(shares);
  }

  /**
   * Round two, steps 2 to 4: the sum of all shares is this member's signing share. It is checked
   * against the sum of all commitments. The shares are checked one by one only if that fails, to
   * name every culprit.
   *
   * @param received one share from each other member, by dealer
   * @throws InvalidKeyGeneration naming every dealer of a bad share; or nobody, if there is not one
   *     share from each other member, or the set holds another package as this member's
   */
  public KeyPackage finish(RoundOneSet everyone, Map<Identifier, SecretShare> received) {
    requireOwnPackage(everyone);
    TreeMap<Identifier, SecretShare> shares = new TreeMap<>();
    shares.putAll(received);
    if (shares.put(self, SecretShare.of(polynomial.evaluate(self))) != null
        || !List.copyOf(shares.keySet()).equals(ceremony.members())) {
      throw new InvalidKeyGeneration("not one share from each other member", List.of());
    }
    Scalar sum =
        shares.values().stream().map(SecretShare::scalar).reduce(Scalar.ZERO, Scalar::plus);
    return KeyPackage.ofShare(self, sum, everyone.publicKeys())
        .orElseThrow(
            () ->
                IdentifiableAbort.naming(
                    "invalid secret share",
                    shares,
                    (from, share) -> everyone.isValid(from, self, share)));
  }

  private void requireOwnPackage(RoundOneSet everyone) {
    if (!everyone.ceremony().equals(ceremony)) {
      throw new InvalidKeyGeneration("the round-one set is of another ceremony", List.of());
    }
    if (!published.equals(everyone.packages().get(self))) {
      throw new InvalidKeyGeneration("the set holds another package as this member's", List.of());
    }
  }
}
