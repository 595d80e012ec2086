package org.softpause.frost;

import org.softpause.frost.FrostException.InvalidSigningPackage;
import org.softpause.frost.FrostException.NoncesConsumed;

/** Round two: signature share generation, RFC 9591 section 5.2. */
public final class RoundTwo {
  private RoundTwo() {}

  /**
   * sign(identifier, sk_i, group_public_key, nonce_i, msg, commitment_list). A package refused
   * leaves the nonces untouched; from then on they are consumed, whatever happens.
   *
   * @throws InvalidSigningPackage for too few signers, a stranger, or commitments of this signer
   *     that are not those of these nonces
   * @throws NoncesConsumed at the second use of the nonces
   */
  public static SignatureShare sign(
      KeyPackage key, SigningNonces nonces, SigningPackage signingPackage) {
    requireOwnCommitments(key, nonces, signingPackage);
    BindingFactors factors = BindingFactors.compute(key.verifyingKey(), signingPackage);
    Element groupCommitment = GroupCommitment.compute(signingPackage, factors);
    Scalar lambda =
        InterpolatingValue.derive(signingPackage.commitments().keySet(), key.identifier());
    Scalar challenge =
        Challenge.compute(groupCommitment, key.verifyingKey(), signingPackage.message());
    return share(nonces.consume(), factors.of(key.identifier()), lambda, challenge, key);
  }

  private static void requireOwnCommitments(
      KeyPackage key, SigningNonces nonces, SigningPackage signingPackage) {
    key.publicKeys().requireSigners(signingPackage);
    if (!signingPackage.commitmentsOf(key.identifier()).equals(nonces.commitments())) {
      throw new InvalidSigningPackage("the package holds other commitments of this signer");
    }
  }

  /** z_i = hiding_nonce + (binding_nonce * binding_factor) + (lambda_i * sk_i * challenge). */
  private static SignatureShare share(
      SigningNonces.Pair nonces,
      Scalar bindingFactor,
      Scalar lambda,
      Scalar challenge,
      KeyPackage key) {
    Scalar nonce = nonces.hiding().plus(nonces.binding().times(bindingFactor));
    Scalar signed = lambda.times(challenge).times(key.signingShare().scalar());
    return SignatureShare.of(nonce.plus(signed));
  }
}
