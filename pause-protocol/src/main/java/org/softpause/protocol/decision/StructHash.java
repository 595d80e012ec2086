package org.softpause.protocol.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;

/** EIP-712 hashStruct: keccak256 of the type's hash and one 32-byte word for each member. */
final class StructHash {
  private static final int WORD = 32;

  private final ByteArrayOutputStream words = new ByteArrayOutputStream();

  StructHash(Bytes32 typeHash) {
    bytes32(typeHash);
  }

  /** The hash of encodeType, referenced structs appended by the caller. */
  static Bytes32 type(String encodedType) {
    return Keccak256.hash(encodedType.getBytes(UTF_8));
  }

  StructHash bytes32(Bytes32 value) {
    words.writeBytes(value.bytes());
    return this;
  }

  StructHash uint(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("negative");
    }
    return uint64(value);
  }

  /** All 64 bits are the value. */
  StructHash uint64(long bits) {
    words.writeBytes(word(bits));
    return this;
  }

  StructHash bool(boolean value) {
    return uint64(value ? 1 : 0);
  }

  StructHash address(Address value) {
    words.writeBytes(new byte[WORD - value.bytes().length]);
    words.writeBytes(value.bytes());
    return this;
  }

  /** keccak256 of the elements, each padded to a word. */
  StructHash uints(List<Integer> values) {
    ByteArrayOutputStream elements = new ByteArrayOutputStream();
    values.forEach(value -> elements.writeBytes(word(value)));
    return bytes32(Keccak256.hash(elements.toByteArray()));
  }

  /** keccak256 of the hashStructs. */
  StructHash structs(List<Bytes32> hashes) {
    ByteArrayOutputStream elements = new ByteArrayOutputStream();
    hashes.forEach(hash -> elements.writeBytes(hash.bytes()));
    return bytes32(Keccak256.hash(elements.toByteArray()));
  }

  Bytes32 hash() {
    return Keccak256.hash(words.toByteArray());
  }

  private static byte[] word(long bits) {
    return ByteBuffer.allocate(WORD).putLong(WORD - Long.BYTES, bits).array();
  }
}
