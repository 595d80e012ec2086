package org.softpause.frost;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** The hash functions of FROST(secp256k1, SHA-256), RFC 9591 section 6.5. */
public final class Ciphersuite {
  public static final String CONTEXT = "FROST-secp256k1-SHA256-v1";

  private static final ExpandMessage RHO = new ExpandMessage(CONTEXT + "rho");
  private static final ExpandMessage CHAL = new ExpandMessage(CONTEXT + "chal");
  private static final ExpandMessage NONCE = new ExpandMessage(CONTEXT + "nonce");
  private static final ExpandMessage DKG = new ExpandMessage(CONTEXT + "dkg");

  private Ciphersuite() {}

  /** H1, for binding factors. */
  static Scalar h1(byte[]... message) {
    return RHO.toScalar(message);
  }

  /** H2, for the challenge. */
  static Scalar h2(byte[]... message) {
    return CHAL.toScalar(message);
  }

  /** H3, for nonces. */
  static Scalar h3(byte[]... message) {
    return NONCE.toScalar(message);
  }

  /** H4, for the message; 32 bytes. */
  static byte[] h4(byte[] message) {
    return tagged("msg", message);
  }

  /** H5, for the list of commitments; 32 bytes. */
  static byte[] h5(byte[] message) {
    return tagged("com", message);
  }

  /** HDKG, for proofs of possession in key generation: the RFC's scheme, under a tag of its own. */
  public static Scalar hdkg(byte[]... message) {
    return DKG.toScalar(message);
  }

  private static byte[] tagged(String tag, byte[] message) {
    byte[] prefix = (CONTEXT + tag).getBytes(StandardCharsets.US_ASCII);
    SHA256Digest digest = new SHA256Digest();
    digest.update(prefix, 0, prefix.length);
    digest.update(message, 0, message.length);
    byte[] output = new byte[digest.getDigestSize()];
    digest.doFinal(output, 0);
    return output;
  }
}
