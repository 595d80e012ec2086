package org.softpause.protocol;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 as Ethereum uses it, which pads differently from the SHA-3 of FIPS 202. */
public final class Keccak256 {
  private Keccak256() {}

  /** Hashes the parts one after the other. */
  public static Bytes32 hash(byte[]... parts) {
    KeccakDigest digest = new KeccakDigest(256);
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] out = new byte[Bytes32.LENGTH];
    digest.doFinal(out, 0);
    return Bytes32.of(out);
  }
}
