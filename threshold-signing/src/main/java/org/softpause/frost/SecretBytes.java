package org.softpause.frost;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Secret bytes, which compare in constant time, never print and can be wiped. The methods that
 * reveal them have {@code SecretBytes} in their names.
 */
public final class SecretBytes {
  private final byte[] bytes;
  private boolean destroyed;

  private SecretBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Keeps the array itself. Nobody else may keep a reference to it or a copy. */
  static SecretBytes owning(byte[] bytes) {
    return new SecretBytes(bytes);
  }

  /** Keeps a copy; the caller wipes its own. */
  public static SecretBytes copyOf(byte[] bytes) {
    return new SecretBytes(bytes.clone());
  }

  /**
   * Returns a copy, which the caller wipes after use.
   *
   * @throws IllegalStateException after {@link #destroy()}
   */
  public synchronized byte[] exposeSecretBytes() {
    if (destroyed) {
      throw new IllegalStateException("this secret has been destroyed");
    }
    return bytes.clone();
  }

  /**
   * Applies the function to a copy, which is wiped as soon as the function returns.
   *
   * @throws IllegalStateException after {@link #destroy()}
   */
  public <T> T readSecretBytes(Function<byte[], T> reader) {
    byte[] copy = exposeSecretBytes();
    try {
      return reader.apply(copy);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  synchronized boolean isDestroyed() {
    return destroyed;
  }

  /** Wipes the bytes held here; copies made by arithmetic live until they are collected. */
  public synchronized void destroy() {
    Arrays.fill(bytes, (byte) 0);
    destroyed = true;
  }

  static boolean sameBytes(byte[] left, byte[] right) {
    return MessageDigest.isEqual(left, right);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretBytes that
        && sameBytes(exposeSecretBytes(), that.exposeSecretBytes());
  }

  /** Is the same for all, since a hash would reveal something about the secret. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "SecretBytes[redacted]";
  }
}
