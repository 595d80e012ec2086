package org.softpause.frost;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.MalformedEncoding;

/**
 * A member's secret share sk_i of the group's key, RFC 9591 section 5: a scalar that is not zero.
 */
public final class SigningShare {
  private final SecretBytes secret;

  /** The public counterpart, computed once. */
  private @Nullable VerifyingShare counterpart;

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

  /** Encodes the secret in 32 bytes, which the caller wipes after use. */
  public byte[] exposeSecretBytes() {
    return secret.exposeSecretBytes();
  }

  /** Applies the function to a copy, which is wiped as soon as the function returns. */
  public <T> T readSecretBytes(Function<byte[], T> reader) {
    return secret.readSecretBytes(reader);
  }

  /** The public counterpart, PK_i; costs one secret multiplication the first time. */
  public synchronized VerifyingShare verifyingShare() {
    if (counterpart == null) {
      counterpart = VerifyingShare.of(Element.baseTimesSecret(scalar()));
    }
    return counterpart;
  }

  /** Wipes the share; every later use throws {@link IllegalStateException}. */
  public synchronized void destroy() {
    secret.destroy();
    counterpart = null;
  }

  Scalar scalar() {
    return secret.readSecretBytes(Scalar::decodeNonZero);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SigningShare that && secret.equals(that.secret);
  }

  /** Is the same for all, since a hash would reveal something about the secret. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "SigningShare[redacted]";
  }
}
