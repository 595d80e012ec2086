package org.softpause.frost.dkg;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.softpause.frost.Element;
import org.softpause.frost.Identifier;
import org.softpause.frost.Scalar;

/** A member's secret polynomial f_i of degree t - 1, derived from its seed. */
final class Polynomial {
  private final List<Scalar> coefficients;

  private Polynomial(List<Scalar> coefficients) {
    this.coefficients = coefficients;
  }

  static Polynomial derive(Seed seed, Ceremony ceremony) {
    return new Polynomial(
        IntStream.range(0, ceremony.minSigners())
            .mapToObj(i -> derive(seed, "coefficient", i, ceremony.id()))
            .toList());
  }

  /**
   * A derived value modulo n.
   *
   * @throws IllegalStateException for zero, which no seed in reach gives
   */
  static Scalar derive(Seed seed, String label, int index, CeremonyId ceremony) {
    byte[] bytes = seed.derive(label, index, ceremony, Seed.SCALAR_LENGTH);
    Scalar scalar = Scalar.reduce(new BigInteger(1, bytes));
    Arrays.fill(bytes, (byte) 0);
    if (scalar.isZero()) {
      throw new IllegalStateException("this seed derives zero; another seed is needed");
    }
    return scalar;
  }

  /** a_i0, this member's part of the group's secret. */
  Scalar constant() {
    return coefficients.getFirst();
  }

  /** f_i(x) by Horner's rule. */
  Scalar evaluate(Identifier x) {
    Scalar at = Scalar.of(x);
    Scalar value = Scalar.ZERO;
    for (Scalar coefficient : coefficients.reversed()) {
      value = value.times(at).plus(coefficient);
    }
    return value;
  }

  /** Feldman's commitment: each coefficient times G. */
  PolynomialCommitment commit() {
    return new PolynomialCommitment(coefficients.stream().map(Element::baseTimesSecret).toList());
  }
}
