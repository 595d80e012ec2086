package org.softpause.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

class StrictJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"a\":1,\"a\":2}     | DUPLICATE_MEMBER",
        "{\"a\":1} {}          | MALFORMED_JSON",
        "{\"a\":1} x           | MALFORMED_JSON",
        "{\"a\":1              | MALFORMED_JSON",
        "{\"a\" 1}             | MALFORMED_JSON",
        "[1,]                  | MALFORMED_JSON",
        "[1                    | MALFORMED_JSON",
        "[01]                  | MALFORMED_JSON",
        "{'a':1}               | MALFORMED_JSON",
        "{\"a\":1.0}           | WRONG_TYPE",
        "{\"a\":1e3}           | WRONG_TYPE",
        "{\"a\":NaN}           | MALFORMED_JSON",
        "{\"a\":null}          | WRONG_TYPE",
        "{\"a\":9007199254740992}     | OUT_OF_RANGE",
        "{\"a\":-9007199254740992}    | OUT_OF_RANGE",
        "{\"a\":99999999999999999999} | OUT_OF_RANGE",
        "{\"a\":\"\\ud800\"}   | MALFORMED_VALUE",
        "[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]] | MALFORMED_JSON",
      })
  void whatIsNotStrictJsonIsRefused(String document, Rule rule) {
    assertThat(refusal(document.getBytes(StandardCharsets.UTF_8)).rule()).isEqualTo(rule);
  }

  @Test
  void anEmptyDocumentIsRefused() {
    assertThat(refusal(new byte[0]).rule()).isEqualTo(Rule.MALFORMED_JSON);
  }

  @Test
  void brokenUtf8IsRefused() {
    assertThat(refusal(new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'}).rule())
        .isEqualTo(Rule.MALFORMED_JSON);
  }

  @Test
  void aByteOrderMarkIsRefused() {
    assertThat(refusal("\uFEFF{}".getBytes(StandardCharsets.UTF_8)).rule())
        .isEqualTo(Rule.MALFORMED_JSON);
  }

  @Test
  void bytesAreCountedBeforeTheyAreParsed() {
    assertThatThrownBy(() -> StrictJson.parse("garbage".getBytes(StandardCharsets.UTF_8), 6))
        .hasMessage("too-large: document has 7 bytes, at most 6");
  }

  @Test
  void theLargestIntegersPass() {
    byte[] document = "[9007199254740991,-9007199254740991]".getBytes(StandardCharsets.UTF_8);
    assertThat(CanonicalJson.encode(StrictJson.parse(document, 100))).isEqualTo(document);
  }

  private static RuleViolation refusal(byte[] document) {
    try {
      StrictJson.parse(document, 1000);
    } catch (RuleViolation e) {
      return e;
    }
    throw new AssertionError("accepted");
  }
}
