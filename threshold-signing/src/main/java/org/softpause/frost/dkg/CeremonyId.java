package org.softpause.frost.dkg;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.MalformedEncoding;

/**
 * The id of a ceremony: the 32-byte hash of the plan that all members signed before round one. The
 * plan holds 32 random bytes, so no two ceremonies share an id.
 */
public final class CeremonyId {
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private CeremonyId(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Decodes the one value that these bytes encode.
   *
   * @throws MalformedEncoding unless 32 bytes
   */
  public static CeremonyId decode(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new MalformedEncoding("a ceremony id has " + LENGTH + " bytes, not " + bytes.length);
    }
    return new CeremonyId(bytes.clone());
  }

  /** Encodes in 32 bytes. */
  public byte[] encode() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CeremonyId that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
