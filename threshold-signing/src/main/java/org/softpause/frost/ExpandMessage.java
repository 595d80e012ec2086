package org.softpause.frost;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * hash_to_field and expand_message_xmd with SHA-256 under one domain separation tag, RFC 9380
 * sections 5.2 and 5.3.1, with the parameters of RFC 9591 section 6.5: one element modulo n, L =
 * 48.
 */
final class ExpandMessage {
  private static final int L = 48;
  private static final int DIGEST = 32;
  private static final int BLOCK = 64;
  private static final SHA256Digest AFTER_Z_PAD = new SHA256Digest();

  static {
    AFTER_Z_PAD.update(new byte[BLOCK], 0, BLOCK);
  }

  private final byte[] dstPrime;

  ExpandMessage(String dst) {
    byte[] tag = dst.getBytes(StandardCharsets.US_ASCII);
    dstPrime = Arrays.copyOf(tag, tag.length + 1);
    dstPrime[tag.length] = (byte) tag.length;
  }

  Scalar toScalar(byte[]... message) {
    return Scalar.reduce(new BigInteger(1, expand(message)));
  }

  private byte[] expand(byte[][] message) {
    byte[] b0 = b0(message);
    byte[] b1 = block(b0, 1);
    for (int i = 0; i < DIGEST; i++) {
      b0[i] ^= b1[i];
    }
    byte[] b2 = block(b0, 2);
    byte[] uniform = Arrays.copyOf(b1, L);
    System.arraycopy(b2, 0, uniform, DIGEST, L - DIGEST);
    return uniform;
  }

  /** H(Z_pad || msg || I2OSP(L, 2) || I2OSP(0, 1) || DST_prime). */
  private byte[] b0(byte[][] message) {
    SHA256Digest digest = new SHA256Digest(AFTER_Z_PAD);
    for (byte[] part : message) {
      digest.update(part, 0, part.length);
    }
    digest.update((byte) 0);
    digest.update((byte) L);
    digest.update((byte) 0);
    return finish(digest);
  }

  /** H(input || I2OSP(index, 1) || DST_prime). */
  private byte[] block(byte[] input, int index) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(input, 0, input.length);
    digest.update((byte) index);
    return finish(digest);
  }

  private byte[] finish(SHA256Digest digest) {
    digest.update(dstPrime, 0, dstPrime.length);
    byte[] output = new byte[DIGEST];
    digest.doFinal(output, 0);
    return output;
  }
}
