package org.softpause.protocol.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.Mutation;

class RlpTest {
  private static Rlp text(String text) {
    return new Rlp.Bytes(text.getBytes(US_ASCII));
  }

  private static Rlp list(Rlp... items) {
    return new Rlp.Items(List.of(items));
  }

  private static void encodes(Rlp item, String hex) {
    assertThat(Hex.encode(Rlp.encode(item))).isEqualTo(hex);
    assertThat(Rlp.decode(Hex.parse(hex))).isEqualTo(item);
  }

  /** The examples of Ethereum's own page on RLP. */
  @Test
  void thePublishedExamplesEncodeAsPublished() {
    encodes(text("dog"), "0x83646f67");
    encodes(list(text("cat"), text("dog")), "0xc88363617483646f67");
    encodes(text(""), "0x80");
    encodes(list(), "0xc0");
    encodes(new Rlp.Bytes(new byte[] {0}), "0x00");
    encodes(new Rlp.Bytes(new byte[] {15}), "0x0f");
    encodes(new Rlp.Bytes(new byte[] {4, 0}), "0x820400");
    encodes(list(list(), list(list()), list(list(), list(list()))), "0xc7c0c1c0c3c0c1c0");
    encodes(
        text("Lorem ipsum dolor sit amet, consectetur adipisicing elit"),
        "0xb8384c6f72656d20697073756d20646f6c6f722073697420616d65742c20636f6e7365637465747572"
            + "206164697069736963696e6720656c6974");
  }

  @Test
  void lengthsGrowByTheByte() {
    assertThat(Hex.encode(Rlp.encode(text("x".repeat(55))))).startsWith("0xb778");
    assertThat(Hex.encode(Rlp.encode(text("x".repeat(56))))).startsWith("0xb83878");
    assertThat(Hex.encode(Rlp.encode(text("x".repeat(256))))).startsWith("0xb9010078");
    assertThat(Hex.encode(Rlp.encode(text("x".repeat(65_536))))).startsWith("0xba01000078");
    assertThat(Hex.encode(Rlp.encode(list(text("x".repeat(55)))))).startsWith("0xf838b778");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x", // nothing
        "0x8000", // something follows
        "0x8100", // a small byte with a prefix
        "0x83646f", // ends early
        "0xc883636174", // a list ends early
        "0xc283646f67", // an item longer than its list
        "0xb801ff", // a long length for a short item
        "0xb90001ff", // a length with a leading zero
        "0xbbffffffff", // longer than all there is
        "0xbf0000000001000000", // a length of eight bytes
        "0xf801ff", // a long length for a short list
      })
  void whatTheEncoderDoesNotWriteIsRefused(String hex) {
    assertRefused(Rule.RLP_MALFORMED, () -> Rlp.decode(Hex.parse(hex)));
  }

  @Test
  void nestingIsLimited() {
    Rlp nested = list();
    for (int depth = 0; depth < 8; depth++) {
      nested = list(nested);
    }
    byte[] encoded = Rlp.encode(nested);
    assertRefused(Rule.RLP_MALFORMED, () -> Rlp.decode(encoded));
  }

  @Test
  void numbersAreMinimalAndFitALong() {
    assertThat(new Rlp.Bytes(new byte[0]).asNumber()).isZero();
    assertThat(Rlp.decode(Hex.parse("0x820400")).asNumber()).isEqualTo(1_024);
    assertThat(Rlp.decode(Hex.parse("0x887fffffffffffffff")).asNumber()).isEqualTo(Long.MAX_VALUE);
    assertRefused(Rule.RLP_MALFORMED, Rlp.decode(Hex.parse("0x820004"))::asNumber);
    assertRefused(Rule.RLP_MALFORMED, Rlp.decode(Hex.parse("0x888000000000000000"))::asNumber);
    assertRefused(Rule.RLP_MALFORMED, Rlp.decode(Hex.parse("0x89010000000000000000"))::asNumber);
    assertRefused(Rule.RLP_MALFORMED, list()::asNumber);
    assertRefused(Rule.RLP_MALFORMED, text("dog")::asItems);
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  private static Rlp random(Random random, int depth) {
    if (depth == 0 || random.nextBoolean()) {
      byte[] bytes = new byte[random.nextInt(random.nextBoolean() ? 3 : 80)];
      random.nextBytes(bytes);
      return new Rlp.Bytes(bytes);
    }
    List<Rlp> items = new ArrayList<>();
    Stream.generate(() -> random(random, depth - 1)).limit(random.nextInt(6)).forEach(items::add);
    return new Rlp.Items(items);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void eachValueHasOneEncoding(long seed) {
    Random random = new Random(seed);
    Rlp item = random(random, 4);
    byte[] encoded = Rlp.encode(item);
    assertThat(Rlp.decode(encoded)).isEqualTo(item);
    byte[] changed = Mutation.of(encoded, random);
    try {
      assertThat(Rlp.encode(Rlp.decode(changed))).isEqualTo(changed);
    } catch (RuleViolation refused) {
      assertThat(refused.rule()).isEqualTo(Rule.RLP_MALFORMED);
    }
  }
}
