package org.softpause.frost;

import java.util.Collection;
import java.util.List;
import org.softpause.frost.FrostException.InvalidSigningPackage;

/** The group commitment R, RFC 9591 section 4.5. */
final class GroupCommitment {
  private GroupCommitment() {}

  /**
   * compute_group_commitment: the sum of D_i + rho_i·E_i.
   *
   * @throws InvalidSigningPackage for the identity, which no signature can carry
   */
  static Element compute(SigningPackage signingPackage, BindingFactors factors) {
    Collection<SigningCommitments> commitments = signingPackage.commitments().values();
    List<Element> bindings = commitments.stream().map(SigningCommitments::binding).toList();
    Element sum = Element.sumOfProducts(factors.ascending(), bindings);
    for (SigningCommitments each : commitments) {
      sum = sum.plus(each.hiding());
    }
    if (sum.isIdentity()) {
      throw new InvalidSigningPackage("the commitments add up to the identity");
    }
    return sum.normalize();
  }
}
