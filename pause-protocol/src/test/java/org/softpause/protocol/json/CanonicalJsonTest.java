package org.softpause.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Rule;

class CanonicalJsonTest {
  @Test
  void membersAreSortedByUtf16CodeUnitsAsInRfc8785Section323() {
    String document =
        "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}";

    assertThat(canonical(document))
        .isEqualTo(
            "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
  }

  @Test
  void stringsAreEscapedAsInRfc8785Section3222() {
    assertThat(canonical("[\"\\u20ac$\\u000f\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"]"))
        .isEqualTo("[\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"]");
    assertThat(canonical("[\"\\b\\t\\f\\r\\u0000\\u001f\\u007f\\u2028\"]"))
        .isEqualTo("[\"\\b\\t\\f\\r\\u0000\\u001f\u007f\u2028\"]");
  }

  @Test
  void emptyContainersAndNestingHaveNoSpaces() {
    assertThat(canonical(" { \"b\" : [ ] , \"a\" : { } , \"c\" : [ true , false , -1 ] } "))
        .isEqualTo("{\"a\":{},\"b\":[],\"c\":[true,false,-1]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1,2]\n", " [1,2]", "[1, 2]", "[-0]", "[\"\\u0041\"]", "[\"\\/\"]"})
  void otherSpellingsAreNotCanonical(String document) {
    assertRefused(Rule.NOT_CANONICAL, () -> CanonicalJson.parse(bytes(document), 100));
  }

  @Test
  void whatHasNoExactSpellingCannotBeBuilt() {
    assertRefused(Rule.OUT_OF_RANGE, () -> new JsonInteger(JsonInteger.MAX + 1));
    assertRefused(Rule.OUT_OF_RANGE, () -> new JsonInteger(-JsonInteger.MAX - 1));
    assertRefused(Rule.MALFORMED_VALUE, () -> new JsonString("\ud83d"));
    assertRefused(
        Rule.MALFORMED_VALUE, () -> new JsonObject(Map.of("\udc00", new JsonArray(List.of()))));
  }

  @Test
  void aMemberWrittenTwiceIsAMistakeOfTheCodec() {
    ObjectWriter out = new ObjectWriter().number("at", 1);

    assertThatThrownBy(() -> out.number("at", 1)).hasMessage("member written twice: at");
  }

  private static String canonical(String document) {
    byte[] encoded = CanonicalJson.encode(StrictJson.parse(bytes(document), 1000));
    return new String(encoded, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
