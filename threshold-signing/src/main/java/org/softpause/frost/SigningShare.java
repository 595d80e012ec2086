package org.softpause.frost;

import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.MalformedEncoding;

/** A member's secret key share sk_i, RFC 9591 section 5: a scalar that is not zero. */
public final class SigningShare {
  private final SecretBytes secret;

  private SigningShare(SecretBytes secret) {
    this.secret = secret;
  }

  /**
   * Keeps a copy; the caller wipes its own.
   *
   * @throws MalformedEncoding unless 32 bytes, above zero and below the group order
   */
  public static SigningShare fromSecretBytes(byte[] bytes) {
    Scalar.decodeNonZero(bytes);
    return new SigningShare(SecretBytes.copyOf(bytes));
  }

  /** 32 bytes, which the caller wipes after use. */
  public byte[] exposeSecretBytes() {
    return secret.exposeSecretBytes();
  }

  /** The public counterpart, PK_i. */
  public VerifyingShare verifyingShare() {
    return VerifyingShare.of(Element.baseTimesSecret(scalar()));
  }

  /** Wipes the share; every later use throws {@link IllegalStateException}. */
  public void destroy() {
    secret.destroy();
  }

  Scalar scalar() {
    return Scalar.decodeNonZero(secret.exposeSecretBytes());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SigningShare that && secret.equals(that.secret);
  }

  @Override
  public int hashCode() {
    return secret.hashCode();
  }

  @Override
  public String toString() {
    return "SigningShare[redacted]";
  }
}
