package org.softpause.protocol.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.softpause.protocol.AbiEncoder;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;

/** EIP-712 hashStruct: keccak256 of the type's hash and one 32-byte word for each member. */
final class StructHash {
  private final AbiEncoder words = new AbiEncoder();

  StructHash(Bytes32 typeHash) {
    bytes32(typeHash);
  }

  /** Hashes an encodeType, to which the caller has appended the referenced structs. */
  static Bytes32 type(String encodedType) {
    return Keccak256.hash(encodedType.getBytes(UTF_8));
  }

  StructHash bytes32(Bytes32 value) {
    words.bytes32(value);
    return this;
  }

  StructHash uint(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("negative");
    }
    return uint64(value);
  }

  /** Appends a uint64, whose 64 bits are all value. */
  StructHash uint64(long bits) {
    words.uint(bits);
    return this;
  }

  StructHash bool(boolean value) {
    words.bool(value);
    return this;
  }

  StructHash address(Address value) {
    words.address(value);
    return this;
  }

  /** Appends the keccak256 of the elements, each padded to a word. */
  StructHash uints(List<Integer> values) {
    AbiEncoder elements = new AbiEncoder();
    values.forEach(elements::uint);
    return bytes32(Keccak256.hash(elements.toBytes()));
  }

  /** Appends the keccak256 of the elements' hashStructs. */
  StructHash structs(List<Bytes32> hashes) {
    AbiEncoder elements = new AbiEncoder();
    hashes.forEach(elements::bytes32);
    return bytes32(Keccak256.hash(elements.toBytes()));
  }

  Bytes32 hash() {
    return Keccak256.hash(words.toBytes());
  }
}
