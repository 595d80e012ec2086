package org.softpause.frost;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.softpause.frost.FrostException.InvalidBatch;

/**
 * Verifies many signatures under one key together, by a random linear combination of their
 * equations. It always holds if all are good. With a bad one among them it holds with a chance of
 * 2^-128, whoever chose the signatures, since the coefficients are drawn afterwards. The verdict is
 * that of {@link VerifyingKey#verify} on each, at about a sixth of the cost for a thousand.
 */
public final class SignatureBatch {
  private static final int COEFFICIENT_BITS = 128;

  /** Up to this size, verifying one by one is not slower. */
  private static final int SMALL = 4;

  private final VerifyingKey key;
  private final List<Entry> entries = new ArrayList<>();

  public SignatureBatch(VerifyingKey key) {
    this.key = key;
  }

  /** Adds the next entry; the first has index 0. */
  public void add(byte[] message, Signature signature) {
    add(Challenge.compute(signature.commitment(), key, message), signature);
  }

  void add(Scalar challenge, Signature signature) {
    entries.add(new Entry(challenge, signature));
  }

  public int size() {
    return entries.size();
  }

  /**
   * Returns if every signature verifies. Each is checked alone only if the combination fails, to
   * name all that are bad.
   *
   * @throws InvalidBatch with the index of each bad entry
   */
  public void verify(SecureRandom random) {
    if (entries.size() <= SMALL || !combinationHolds(random)) {
      requireEach();
    }
  }

  private void requireEach() {
    SortedSet<Integer> bad = new TreeSet<>();
    for (int i = 0; i < entries.size(); i++) {
      Signature signature = entries.get(i).signature();
      if (!key.accepts(entries.get(i).challenge(), signature.commitment(), signature.response())) {
        bad.add(i);
      }
    }
    if (!bad.isEmpty()) {
      throw new InvalidBatch(bad);
    }
  }

  /** Whether (sum a_i·z_i)·G - (sum a_i·c_i)·P = sum a_i·R_i, and no challenge is zero. */
  boolean combinationHolds(SecureRandom random) {
    List<BigInteger> coefficients = coefficients(random);
    Scalar responses = Scalar.ZERO;
    Scalar challenges = Scalar.ZERO;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.challenge().isZero()) {
        return false;
      }
      Scalar a = Scalar.reduce(coefficients.get(i));
      responses = responses.plus(a.times(entry.signature().response()));
      challenges = challenges.plus(a.times(entry.challenge()));
    }
    List<Element> commitments =
        entries.stream().map(each -> each.signature().commitment()).toList();
    Element combined = Pippenger.sum(coefficients, commitments, COEFFICIENT_BITS).normalize();
    return Element.baseTimesPlus(responses, challenges.negate(), key.element()).equals(combined);
  }

  private List<BigInteger> coefficients(SecureRandom random) {
    return entries.stream().map(each -> new BigInteger(COEFFICIENT_BITS, random)).toList();
  }

  private record Entry(Scalar challenge, Signature signature) {}
}
