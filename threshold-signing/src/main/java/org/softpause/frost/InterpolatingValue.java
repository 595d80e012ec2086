package org.softpause.frost;

import java.math.BigInteger;
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
    return derive(signers, signer, 0);
  }

  /**
   * The coefficient at another member's identifier, by which the others know a lost share.
   *
   * @throws IllegalArgumentException unless x_i is one of L
   */
  public static Scalar derive(Set<Identifier> signers, Identifier signer, Identifier at) {
    return derive(signers, signer, at.value());
  }

  /**
   * The product of (x_j - at) / (x_j - x_i) over all others j. Identifiers are small, so both
   * products are of small integers and reduced once.
   */
  private static Scalar derive(Set<Identifier> signers, Identifier signer, int at) {
    if (!signers.contains(signer)) {
      throw new IllegalArgumentException(signer + " is not one of the signers");
    }
    BigInteger numerator = BigInteger.ONE;
    BigInteger denominator = BigInteger.ONE;
    for (Identifier other : signers) {
      if (!other.equals(signer)) {
        numerator = numerator.multiply(BigInteger.valueOf(other.value() - at));
        denominator = denominator.multiply(BigInteger.valueOf(other.value() - signer.value()));
      }
    }
    return Scalar.reduce(numerator).times(Scalar.reduce(denominator).invert());
  }
}
