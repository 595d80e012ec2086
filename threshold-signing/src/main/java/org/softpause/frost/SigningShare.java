package org.softpause.frost;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.MalformedEncoding;

/** A member's secret key share sk_i, RFC 9591 section 5: a scalar that is not zero. */
public final class SigningShare {
  private final SecretBytes secret;

  /** Public, and worked out once. */
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

  /** 32 bytes, which the caller wipes after use. */
  public byte[] exposeSecretBytes() {
    return secret.exposeSecretBytes();
  }

  /** What this function reads from a copy, which is wiped as soon as it has been read. */
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

  /** The same for all, since a hash would say something about the secret. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "SigningShare[redacted]";
  }
}
