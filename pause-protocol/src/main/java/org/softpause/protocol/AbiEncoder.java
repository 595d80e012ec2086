package org.softpause.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The 32-byte words of {@code abi.encode}, one after the other. */
public final class AbiEncoder {
  public static final int WORD = 32;

  private final ByteArrayOutputStream words = new ByteArrayOutputStream();

  public AbiEncoder bytes32(Bytes32 value) {
    words.writeBytes(value.bytes());
    return this;
  }

  /** Up to 64 bits, read as unsigned. */
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

  public AbiEncoder append(AbiEncoder tail) {
    words.writeBytes(tail.toBytes());
    return this;
  }

  public int length() {
    return words.size();
  }

  public byte[] toBytes() {
    return words.toByteArray();
  }
}
