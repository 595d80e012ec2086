package org.softpause.frost;

import java.util.Set;

/** The Lagrange coefficient lambda_i at zero, RFC 9591 section 4.2. */
final class InterpolatingValue {
  private InterpolatingValue() {}

  /** derive_interpolating_value(L, x_i); x_i is one of L. */
  static Scalar derive(Set<Identifier> signers, Identifier signer) {
    if (!signers.contains(signer)) {
      throw new IllegalArgumentException(signer + " is not one of the signers");
    }
    Scalar x = Scalar.of(signer);
    Scalar numerator = Scalar.ONE;
    Scalar denominator = Scalar.ONE;
    for (Identifier other : signers) {
      if (!other.equals(signer)) {
        numerator = numerator.times(Scalar.of(other));
        denominator = denominator.times(Scalar.of(other).plus(x.negate()));
      }
    }
    return numerator.times(denominator.invert());
  }
}
