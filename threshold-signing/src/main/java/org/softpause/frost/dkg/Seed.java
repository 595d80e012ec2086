package org.softpause.frost.dkg;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Scalar;
import org.softpause.frost.SecretBytes;

/**
 * The 32 secret bytes from which a member's secrets in one ceremony derive. Seed and public
 * transcript together give its share again. A seed serves one ceremony; the next has a fresh one.
 */
public final class Seed {
  public static final int LENGTH = 32;

  /**
   * The bytes derived for a scalar: 16 more than the order has, so that the reduction is unbiased.
   */
  public static final int SCALAR_LENGTH = 48;

  private static final String PREFIX = "softpause-";

  private final SecretBytes secret;

  private Seed(SecretBytes secret) {
    this.secret = secret;
  }

  public static Seed generate(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    Seed seed = fromSecretBytes(bytes);
    Arrays.fill(bytes, (byte) 0);
    return seed;
  }

  /**
   * Keeps a copy; the caller wipes its own.
   *
   * @throws MalformedEncoding unless 32 bytes
   */
  public static Seed fromSecretBytes(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new MalformedEncoding("a seed has " + LENGTH + " bytes, not " + bytes.length);
    }
    return new Seed(SecretBytes.copyOf(bytes));
  }

  /** Encodes the secret in 32 bytes, which the caller wipes after use. */
  public byte[] exposeSecretBytes() {
    return secret.exposeSecretBytes();
  }

  /**
   * HKDF-SHA256(seed, salt = ceremony id, info = "softpause-" || label || u16 index, length bytes),
   * protocol "Key ceremony". The result is secret. The caller reduces it modulo its own order and
   * rejects zero.
   *
   * @throws IllegalArgumentException for an index outside 0..65535
   */
  public byte[] derive(String label, int index, CeremonyId ceremony, int length) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    byte[] info = info(label, index);
    hkdf.init(secret.readSecretBytes(seed -> new HKDFParameters(seed, ceremony.encode(), info)));
    byte[] derived = new byte[length];
    hkdf.generateBytes(derived, 0, length);
    return derived;
  }

  /**
   * Derives {@link #SCALAR_LENGTH} bytes and reduces them modulo n.
   *
   * @throws IllegalStateException for zero, which no seed in reach gives
   */
  public Scalar deriveScalar(String label, int index, CeremonyId ceremony) {
    byte[] bytes = derive(label, index, ceremony, SCALAR_LENGTH);
    Scalar scalar = Scalar.reduce(new BigInteger(1, bytes));
    Arrays.fill(bytes, (byte) 0);
    if (scalar.isZero()) {
      throw new IllegalStateException("this seed derives zero; another seed is needed");
    }
    return scalar;
  }

  private static byte[] info(String label, int index) {
    if (index < 0 || index > 0xffff) {
      throw new IllegalArgumentException("index " + index + " is outside 0..65535");
    }
    byte[] text = (PREFIX + label).getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(text.length + Short.BYTES).put(text).putShort((short) index).array();
  }

  /** Wipes the seed. Callers do so once the keys of a later ceremony are in force. */
  public void destroy() {
    secret.destroy();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Seed that && secret.equals(that.secret);
  }

  /** Is the same for all, since a hash would reveal something about the secret. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "Seed[redacted]";
  }
}
