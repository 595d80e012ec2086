package org.softpause.frost;

import java.util.Arrays;
import org.softpause.frost.FrostException.MalformedEncoding;

/**
 * A signer's public commitments (D, E) of round one, RFC 9591 section 5.1. Neither is the identity.
 */
public record SigningCommitments(Element hiding, Element binding) {
  /** D then E, 33 bytes each. */
  public static final int LENGTH = 2 * Element.LENGTH;

  /**
   * @throws MalformedEncoding for the identity
   */
  public SigningCommitments {
    if (hiding.isIdentity() || binding.isIdentity()) {
      throw new MalformedEncoding("a commitment must not be the identity");
    }
    hiding = hiding.normalize();
    binding = binding.normalize();
  }

  /**
   * Decodes the one value that these bytes encode.
   *
   * @throws MalformedEncoding unless 66 bytes, two compressed points on the curve
   */
  public static SigningCommitments decode(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new MalformedEncoding("commitments have " + LENGTH + " bytes, not " + bytes.length);
    }
    return new SigningCommitments(
        Element.decode(Arrays.copyOf(bytes, Element.LENGTH)),
        Element.decode(Arrays.copyOfRange(bytes, Element.LENGTH, LENGTH)));
  }

  /** Encodes in 66 bytes. */
  public byte[] encode() {
    byte[] bytes = Arrays.copyOf(hiding.encode(), LENGTH);
    System.arraycopy(binding.encode(), 0, bytes, Element.LENGTH, Element.LENGTH);
    return bytes;
  }
}
