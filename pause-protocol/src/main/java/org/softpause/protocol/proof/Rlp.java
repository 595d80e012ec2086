package org.softpause.protocol.proof;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Recursive Length Prefix (Ethereum yellow paper, appendix B): bytes, or a list of such items. */
sealed interface Rlp {
  /** A byte string. */
  final class Bytes implements Rlp {
    private final byte[] value;

    Bytes(byte[] value) {
      this.value = value.clone();
    }

    byte[] value() {
      return value.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Bytes that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }
  }

  /** Items in order. */
  record Items(List<Rlp> items) implements Rlp {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Encodes an item in the only way there is. */
  static byte[] encode(Rlp item) {
    return switch (item) {
      case Bytes bytes -> encodeBytes(bytes.value());
      case Items items -> encodeItems(items);
    };
  }

  /**
   * Decodes one item that nothing may follow.
   *
   * @throws RuleViolation {@link Rule#RLP_MALFORMED}, for encodings longer than need be as well
   */
  static Rlp decode(byte[] encoded) {
    return RlpReader.read(encoded);
  }

  private static byte[] encodeBytes(byte[] value) {
    if (value.length == 1 && value[0] >= 0) {
      return value;
    }
    return prefixed(0x80, value);
  }

  private static byte[] encodeItems(Items list) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    list.items().forEach(item -> body.writeBytes(encode(item)));
    return prefixed(0xc0, body.toByteArray());
  }

  private static byte[] prefixed(int base, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (body.length <= 55) {
      out.write(base + body.length);
    } else {
      int lengthBytes = (Integer.SIZE - Integer.numberOfLeadingZeros(body.length) + 7) / 8;
      out.write(base + 55 + lengthBytes);
      for (int shift = 8 * (lengthBytes - 1); shift >= 0; shift -= 8) {
        out.write(body.length >>> shift);
      }
    }
    out.writeBytes(body);
    return out.toByteArray();
  }

  /**
   * Returns the bytes of an item that must be a byte string.
   *
   * @throws RuleViolation {@link Rule#RLP_MALFORMED}
   */
  default byte[] asBytes() {
    if (this instanceof Bytes bytes) {
      return bytes.value();
    }
    throw new RuleViolation(Rule.RLP_MALFORMED, "a list where bytes are expected");
  }

  /**
   * Returns the items of an item that must be a list.
   *
   * @throws RuleViolation {@link Rule#RLP_MALFORMED}
   */
  default List<Rlp> asItems() {
    if (this instanceof Items list) {
      return list.items();
    }
    throw new RuleViolation(Rule.RLP_MALFORMED, "bytes where a list is expected");
  }

  /**
   * Returns an item as a number, which must have at most 63 bits and no leading zero byte.
   *
   * @throws RuleViolation {@link Rule#RLP_MALFORMED}
   */
  default long asNumber() {
    byte[] bytes = asBytes();
    if (bytes.length > Long.BYTES || (bytes.length > 0 && bytes[0] == 0)) {
      throw new RuleViolation(Rule.RLP_MALFORMED, "a number is minimal and has at most 8 bytes");
    }
    long number = 0;
    for (byte b : bytes) {
      number = number << 8 | (b & 0xff);
    }
    if (number < 0) {
      throw new RuleViolation(Rule.RLP_MALFORMED, "a number is below 2^63");
    }
    return number;
  }
}
