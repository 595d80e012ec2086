package org.softpause.protocol.event;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * Reads ABI-encoded values in the strict mode of the ABI specification: dynamic values follow each
 * other without gaps or overlaps, padding is zero, and nothing follows the last value. Every
 * refusal is {@link Rule#EVENT_MALFORMED}.
 */
final class AbiReader {
  static final int WORD = 32;

  private final byte[] data;
  private final int base;
  private final int headEnd;
  private int at;
  private int tail;

  private AbiReader(byte[] data, int base, int headWords) {
    this.data = data;
    this.base = base;
    this.at = base;
    this.headEnd = base + headWords * WORD;
    this.tail = headEnd;
    if (headEnd > data.length) {
      throw malformed("the data ends early");
    }
  }

  /** Reads all of the data as one tuple; a dynamic value counts as one head word. */
  static <T> T read(byte[] data, int headWords, Function<AbiReader, T> codec) {
    AbiReader reader = new AbiReader(data, 0, headWords);
    T value = reader.finish(codec);
    if (reader.tail != data.length) {
      throw malformed("data follows the last value");
    }
    return value;
  }

  Bytes32 bytes32() {
    return Bytes32.of(word());
  }

  BigInteger uint256() {
    return new BigInteger(1, word());
  }

  /** Reads an unsigned integer of 8 to 64 bits; the caller treats all 64 as unsigned. */
  long uint(int bits) {
    byte[] word = word();
    long value = 0;
    for (int i = 0; i < WORD; i++) {
      if (i < WORD - bits / Byte.SIZE && word[i] != 0) {
        throw malformed("a value does not fit into uint" + bits);
      }
      value = value << Byte.SIZE | (word[i] & 0xff);
    }
    return value;
  }

  boolean flag() {
    long value = uint(8);
    if (value > 1) {
      throw malformed("a bool is neither 0 nor 1");
    }
    return value == 1;
  }

  /** Reads a dynamic tuple. */
  <T> T tuple(int headWords, Function<AbiReader, T> codec) {
    AbiReader inner = new AbiReader(data, begin(), headWords);
    T value = inner.finish(codec);
    tail = inner.tail;
    return value;
  }

  /** Reads a dynamic array of at most {@code most} elements of a fixed size. */
  <T> List<T> array(int most, int elementWords, Function<AbiReader, T> codec) {
    int start = begin();
    long count = new AbiReader(data, start, 1).uint(64);
    if (count < 0 || count > most) {
      throw malformed(
          "an array has " + Long.toUnsignedString(count) + " elements, at most " + most);
    }
    AbiReader inner = new AbiReader(data, start + WORD, (int) count * elementWords);
    List<T> values = inner.finish(elements -> elements.repeat((int) count, codec));
    tail = inner.tail;
    return values;
  }

  private <T> List<T> repeat(int count, Function<AbiReader, T> codec) {
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(codec.apply(this));
    }
    return List.copyOf(values);
  }

  /** Returns where the next dynamic value begins, which is where its offset must point. */
  private int begin() {
    long offset = uint(64);
    if (offset != tail - base) {
      throw malformed("an offset does not point to the end of the previous value");
    }
    return tail;
  }

  private <T> T finish(Function<AbiReader, T> codec) {
    T value = codec.apply(this);
    if (at != headEnd) {
      throw new IllegalStateException("the codec left words unread");
    }
    return value;
  }

  private byte[] word() {
    if (at == headEnd) {
      throw new IllegalStateException("the codec read more words than it declared");
    }
    at += WORD;
    return Arrays.copyOfRange(data, at - WORD, at);
  }

  static RuleViolation malformed(String detail) {
    return new RuleViolation(Rule.EVENT_MALFORMED, "not the strict encoding: " + detail);
  }
}
