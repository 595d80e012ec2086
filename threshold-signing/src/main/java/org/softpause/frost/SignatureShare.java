package org.softpause.frost;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.MalformedEncoding;

/** A signer's answer z_i of round two, RFC 9591 section 5.2. It is public and may be zero. */
public final class SignatureShare {
  private final Scalar response;

  private SignatureShare(Scalar response) {
    this.response = response;
  }

  static SignatureShare of(Scalar response) {
    return new SignatureShare(response);
  }

  /**
   * Decodes the one value that these bytes encode.
   *
   * @throws MalformedEncoding unless 32 bytes below the group order
   */
  public static SignatureShare decode(byte[] bytes) {
    return new SignatureShare(Scalar.decode(bytes));
  }

  /** Encodes in 32 bytes. */
  public byte[] encode() {
    return response.encode();
  }

  Scalar response() {
    return response;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignatureShare that && response.equals(that.response);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encode());
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(encode());
  }
}
