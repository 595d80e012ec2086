package org.softpause.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes values as Solidity's {@code abi.encode} does: one 32-byte word for each. */
public final class AbiEncoder {
  public static final int WORD = 32;

  private static final int UINT48_BYTES = 6;

  private final ByteArrayOutputStream words = new ByteArrayOutputStream();

  /** Encodes a uint48 as {@code abi.encodePacked} does: in 6 bytes, big-endian. */
  public static byte[] packedUint48(long value) {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    return Arrays.copyOfRange(bytes, Long.BYTES - UINT48_BYTES, Long.BYTES);
  }

  public AbiEncoder bytes32(Bytes32 value) {
    words.writeBytes(value.bytes());
    return this;
  }

  /** Writes a number of up to 64 bits, which are read as unsigned. */
  public AbiEncoder uint(long bits) {
    words.writeBytes(ByteBuffer.allocate(WORD).putLong(WORD - Long.BYTES, bits).array());
    return this;
  }

  public AbiEncoder bool(boolean value) {
    return uint(value ? 1 : 0);
  }

  public AbiEncoder address(Address value) {
    words.writeBytes(new byte[WORD - Address.LENGTH]);
    words.writeBytes(value.bytes());
    return this;
  }

  /** Writes the words of another encoder after those written so far. */
  public AbiEncoder append(AbiEncoder tail) {
    words.writeBytes(tail.toBytes());
    return this;
  }

  /** Bytes written so far. */
  public int length() {
    return words.size();
  }

  public byte[] toBytes() {
    return words.toByteArray();
  }
}
