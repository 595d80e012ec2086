package org.softpause.protocol.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Decodes RLP, and accepts exactly what {@link Rlp#encode} writes. */
final class RlpReader {
  private static final int MAX_DEPTH = 8;

  private final byte[] encoded;
  private int position;

  private RlpReader(byte[] encoded) {
    this.encoded = encoded;
  }

  static Rlp read(byte[] encoded) {
    RlpReader reader = new RlpReader(encoded);
    Rlp item = reader.item(encoded.length, MAX_DEPTH);
    if (reader.position != encoded.length) {
      throw malformed("something follows the item");
    }
    return item;
  }

  private Rlp item(int end, int depth) {
    if (depth == 0) {
      throw malformed("nested too deep");
    }
    if (position >= end) {
      throw malformed("it ends early");
    }
    int prefix = encoded[position++] & 0xff;
    if (prefix < 0x80) {
      return new Rlp.Bytes(new byte[] {(byte) prefix});
    }
    return prefix < 0xc0 ? bytes(prefix - 0x80, end) : items(prefix - 0xc0, end, depth);
  }

  private Rlp bytes(int form, int end) {
    int length = length(form, end);
    byte[] value = Arrays.copyOfRange(encoded, position, position + length);
    if (length == 1 && value[0] >= 0) {
      throw malformed("a small byte has no prefix");
    }
    position += length;
    return new Rlp.Bytes(value);
  }

  private Rlp items(int form, int end, int depth) {
    int listEnd = length(form, end) + position;
    List<Rlp> items = new ArrayList<>();
    while (position < listEnd) {
      items.add(item(listEnd, depth - 1));
    }
    return new Rlp.Items(items);
  }

  /** Reads a length and leaves the position behind it. */
  private int length(int form, int end) {
    long length = form <= 55 ? form : longLength(form - 55, end);
    if (length > end - position) {
      throw malformed("an item is longer than what holds it");
    }
    return (int) length;
  }

  private long longLength(int lengthBytes, int end) {
    if (lengthBytes > 4 || lengthBytes > end - position || encoded[position] == 0) {
      throw malformed("a length is minimal and has at most 4 bytes");
    }
    long length = 0;
    for (int i = 0; i < lengthBytes; i++) {
      length = length << 8 | (encoded[position++] & 0xff);
    }
    if (length <= 55) {
      throw malformed("a short item has a short length");
    }
    return length;
  }

  private static RuleViolation malformed(String detail) {
    return new RuleViolation(Rule.RLP_MALFORMED, "not the RLP of one item: " + detail);
  }
}
