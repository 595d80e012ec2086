package org.softpause.frost;

import java.util.Set;

/** Lagrange coefficients lambda_i of public identifiers, RFC 9591 section 4.2. */
public final class InterpolatingValue {
  private InterpolatingValue() {}

  /**
   * derive_interpolating_value(L, x_i): the coefficient at zero.
   *
   * @throws IllegalArgumentException unless x_i is one of L
   */
  public static Scalar derive(Set<Identifier> signers, Identifier signer) {
    return derive(signers, signer, Scalar.ZERO);
  }

  /**
   * The coefficient at another's identifier, which is how fellows know a lost share.
   *
   * @throws IllegalArgumentException unless x_i is one of L
   */
  public static Scalar derive(Set<Identifier> signers, Identifier signer, Identifier at) {
    return derive(signers, signer, Scalar.of(at));
  }

  /** The product of (x_j - at) / (x_j - x_i) over all others j. */
  private static Scalar derive(Set<Identifier> signers, Identifier signer, Scalar at) {
    if (!signers.contains(signer)) {
      throw new IllegalArgumentException(signer + " is not one of the signers");
    }
    Scalar x = Scalar.of(signer);
    Scalar numerator = Scalar.ONE;
    Scalar denominator = Scalar.ONE;
    for (Identifier other : signers) {
      if (!other.equals(signer)) {
        numerator = numerator.times(Scalar.of(other).plus(at.negate()));
        denominator = denominator.times(Scalar.of(other).plus(x.negate()));
      }
    }
    return numerator.times(denominator.invert());
  }
}
