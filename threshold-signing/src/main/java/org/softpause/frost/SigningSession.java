package org.softpause.frost;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.softpause.frost.FrostException.InvalidSignature;
import org.softpause.frost.FrostException.InvalidSignatureShares;
import org.softpause.frost.FrostException.InvalidSigningPackage;

/**
 * The public values of one signing package that aggregation and share verification both need,
 * computed once for all shares of the package.
 */
public final class SigningSession {
  private final SigningPackage signingPackage;
  private final PublicKeyPackage publicKeys;
  private final BindingFactors factors;
  private final Element groupCommitment;
  private final Scalar challenge;

  private SigningSession(SigningPackage signingPackage, PublicKeyPackage publicKeys) {
    this.signingPackage = signingPackage;
    this.publicKeys = publicKeys;
    VerifyingKey groupKey = publicKeys.verifyingKey();
    factors = BindingFactors.compute(groupKey, signingPackage);
    groupCommitment = GroupCommitment.compute(signingPackage, factors);
    challenge = Challenge.compute(groupCommitment, groupKey, signingPackage.message());
  }

  /**
   * Computes the values, which costs one sum of products over all signers.
   *
   * @throws InvalidSigningPackage for too few signers or a stranger among them
   */
  public static SigningSession of(SigningPackage signingPackage, PublicKeyPackage publicKeys) {
    publicKeys.requireSigners(signingPackage);
    return new SigningSession(signingPackage, publicKeys);
  }

  public SigningPackage signingPackage() {
    return signingPackage;
  }

  PublicKeyPackage publicKeys() {
    return publicKeys;
  }

  Element groupCommitment() {
    return groupCommitment;
  }

  Scalar challenge() {
    return challenge;
  }

  /** Section 5.3: z = sum of z_i. */
  Scalar sum(Collection<SignatureShare> shares) {
    Scalar z = Scalar.ZERO;
    for (SignatureShare share : shares) {
      z = z.plus(share.response());
    }
    return z;
  }

  /** Section 5.4: z_i·G = D_i + rho_i·E_i + (c · lambda_i)·PK_i. */
  boolean isValid(Identifier sender, SignatureShare share) {
    SigningCommitments own = signingPackage.commitmentsOf(sender);
    Scalar lambda = InterpolatingValue.derive(signingPackage.commitments().keySet(), sender);
    Scalar key = challenge.times(lambda).negate();
    Element commitmentShare =
        Element.sumOfProducts(
            List.of(share.response(), key, factors.of(sender).negate()),
            List.of(Element.BASE, publicKeys.share(sender).element(), own.binding()));
    return commitmentShare.equals(own.hiding());
  }

  /**
   * verify_signature_share, section 5.4, as {@link Aggregation#verifyShare}.
   *
   * @throws InvalidSigningPackage for a sender not in the package
   * @throws InvalidSignatureShares naming the sender
   */
  public void verifyShare(Identifier sender, SignatureShare share) {
    if (!isValid(sender, share)) {
      throw new InvalidSignatureShares(List.of(sender));
    }
  }

  /**
   * Makes the refusal for shares whose sum is no signature. It names everyone whose share does not
   * verify.
   */
  FrostException failure(Map<Identifier, SignatureShare> shares) {
    SortedSet<Identifier> culprits = new TreeSet<>();
    shares.forEach(
        (sender, share) -> {
          if (!isValid(sender, share)) {
            culprits.add(sender);
          }
        });
    return culprits.isEmpty()
        ? new InvalidSignature("every share verifies, yet their sum does not under the group key")
        : new InvalidSignatureShares(culprits);
  }
}
