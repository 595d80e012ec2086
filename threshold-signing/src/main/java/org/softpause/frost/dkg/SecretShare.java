package org.softpause.frost.dkg;

import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Scalar;
import org.softpause.frost.SecretBytes;

/**
 * A secret value that one member sends to another under encryption. In key generation it is the
 * sender's polynomial at the receiver's identifier.
 */
public final class SecretShare {
  public static final int LENGTH = Scalar.LENGTH;

  private final SecretBytes secret;

  private SecretShare(SecretBytes secret) {
    this.secret = secret;
  }

  public static SecretShare of(Scalar value) {
    return new SecretShare(SecretBytes.copyOf(value.encode()));
  }

  /**
   * Keeps a copy; the caller wipes its own.
   *
   * @throws MalformedEncoding unless 32 bytes below the group order
   */
  public static SecretShare fromSecretBytes(byte[] bytes) {
    Scalar.decode(bytes);
    return new SecretShare(SecretBytes.copyOf(bytes));
  }

  /** Encodes the secret in 32 bytes, which the caller wipes after use. */
  public byte[] exposeSecretBytes() {
    return secret.exposeSecretBytes();
  }

  /** Wipes the share. Callers do so once the sum of all shares is durable. */
  public void destroy() {
    secret.destroy();
  }

  public Scalar scalar() {
    return secret.readSecretBytes(Scalar::decode);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretShare that && secret.equals(that.secret);
  }

  /** Is the same for all, since a hash would reveal something about the secret. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "SecretShare[redacted]";
  }
}
