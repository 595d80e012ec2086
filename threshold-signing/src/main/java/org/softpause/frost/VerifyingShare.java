package org.softpause.frost;

import org.softpause.frost.FrostException.MalformedEncoding;

/** A member's public key share PK_i, RFC 9591 section 5.4. It is never the identity. */
public record VerifyingShare(Element element) {
  /**
   * @throws MalformedEncoding for the identity
   */
  public VerifyingShare {
    if (element.isIdentity()) {
      throw new MalformedEncoding("a verifying share must not be the identity");
    }
    element = element.normalize();
  }

  public static VerifyingShare of(Element element) {
    return new VerifyingShare(element);
  }

  /**
   * Decodes the one value that these bytes encode.
   *
   * @throws MalformedEncoding unless 33 bytes, compressed, on the curve, not the identity
   */
  public static VerifyingShare decode(byte[] bytes) {
    return new VerifyingShare(Element.decode(bytes));
  }

  /** Encodes in 33 bytes. */
  public byte[] encode() {
    return element.encode();
  }
}
