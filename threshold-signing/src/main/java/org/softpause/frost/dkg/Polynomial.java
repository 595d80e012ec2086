package org.softpause.frost.dkg;

import java.util.List;
import java.util.stream.IntStream;
import org.softpause.frost.Element;
import org.softpause.frost.Identifier;
import org.softpause.frost.Scalar;
import org.softpause.frost.SigningShare;

/** A member's secret polynomial f_i of degree t - 1, derived from its seed. */
public final class Polynomial {
  private final List<Scalar> coefficients;

  private Polynomial(List<Scalar> coefficients) {
    this.coefficients = coefficients;
  }

  static Polynomial derive(Seed seed, CeremonyParameters ceremony) {
    return new Polynomial(
        IntStream.range(0, ceremony.minSigners())
            .mapToObj(i -> seed.deriveScalar("coefficient", i, ceremony.id()))
            .toList());
  }

  /**
   * Derives a fresh polynomial through an old secret: f(0) is the member's old share, and all other
   * coefficients derive from the seed.
   */
  public static Polynomial through(SigningShare secret, Seed seed, CeremonyParameters ceremony) {
    Scalar constant = secret.readSecretBytes(Scalar::decodeNonZero);
    return new Polynomial(
        IntStream.range(0, ceremony.minSigners())
            .mapToObj(
                i -> i == 0 ? constant : seed.deriveScalar("reshare-coefficient", i, ceremony.id()))
            .toList());
  }

  /** a_i0, this member's part of the group's secret. */
  public Scalar constant() {
    return coefficients.getFirst();
  }

  /** f_i(x) by Horner's rule. */
  public Scalar evaluate(Identifier x) {
    Scalar at = Scalar.of(x);
    Scalar value = Scalar.ZERO;
    for (Scalar coefficient : coefficients.reversed()) {
      value = value.times(at).plus(coefficient);
    }
    return value;
  }

  /** Feldman's commitment: each coefficient times G. */
  public PolynomialCommitment commit() {
    return new PolynomialCommitment(coefficients.stream().map(Element::baseTimesSecret).toList());
  }
}
