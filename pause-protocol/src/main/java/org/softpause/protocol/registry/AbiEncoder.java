package org.softpause.protocol.registry;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;

/** The 32-byte words of {@code abi.encode}, one after the other. */
final class AbiEncoder {
  static final int WORD = 32;

  private final ByteArrayOutputStream words = new ByteArrayOutputStream();

  AbiEncoder bytes32(Bytes32 value) {
    words.writeBytes(value.bytes());
    return this;
  }

  /** Up to 64 bits, read as unsigned. */
  AbiEncoder uint(long bits) {
    words.writeBytes(ByteBuffer.allocate(WORD).putLong(WORD - Long.BYTES, bits).array());
    return this;
  }

  AbiEncoder bool(boolean value) {
    return uint(value ? 1 : 0);
  }

  AbiEncoder address(Address value) {
    words.writeBytes(new byte[WORD - Address.LENGTH]);
    words.writeBytes(value.bytes());
    return this;
  }

  AbiEncoder append(AbiEncoder tail) {
    words.writeBytes(tail.toBytes());
    return this;
  }

  int length() {
    return words.size();
  }

  byte[] toBytes() {
    return words.toByteArray();
  }
}
