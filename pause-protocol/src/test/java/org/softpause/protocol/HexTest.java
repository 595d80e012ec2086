package org.softpause.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {
  @Test
  void bytesHaveOneSpelling() {
    assertThat(Hex.encode(new byte[] {0, (byte) 0xab})).isEqualTo("0x00ab");
    assertThat(Hex.parse("0x00ab")).containsExactly(0, 0xab);
    assertThat(Hex.parse("0x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "00ab", "0x0", "0X00", "0x0A", "0x0g", "0x0\u0661", " 0x00"})
  void everyOtherSpellingIsRefused(String text) {
    assertRefused(Rule.MALFORMED_VALUE, () -> Hex.parse(text));
  }

  @Test
  void valuesHaveTheirLength() {
    assertRefused(Rule.MALFORMED_VALUE, () -> Bytes32.parse("0x" + "00".repeat(31)));
    assertRefused(Rule.MALFORMED_VALUE, () -> Bytes32.of(new byte[33]));
    assertRefused(Rule.MALFORMED_VALUE, () -> Address.parse("0x" + "00".repeat(21)));
  }

  @Test
  void valuesCompareAsUnsignedBytesAndKeepTheirOwn() {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) 0x80;
    Bytes32 high = Bytes32.of(bytes);
    bytes[0] = 0;

    assertThat(high).isGreaterThan(Bytes32.of(bytes));
    high.bytes()[0] = 0;
    assertThat(high.toString()).startsWith("0x80");
  }

  @Test
  void theEmptyHashesAreTheKnownOnes() {
    assertThat(Sha256.hash().toString())
        .isEqualTo("0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Keccak256.hash().toString())
        .isEqualTo("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
    assertThat(Sha256.hash(new byte[0], abc)).isEqualTo(Sha256.hash(abc));
  }

  @Test
  void everySlugIsItsOwn() {
    assertThat(Rule.values()).extracting(Rule::slug).doesNotHaveDuplicates();
    assertThat(Rule.values()).extracting(Rule::slug).allMatch(slug -> slug.matches("[a-z0-9-]+"));
  }
}
