package org.softpause.protocol.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.Golden;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonBoolean;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.StrictJson;

class GoldenDocumentsTest {
  @ParameterizedTest
  @EnumSource
  void aDocumentReadAndWrittenAgainKeepsItsBytes(Document document) {
    assertThat(document.again(document.golden())).isEqualTo(document.golden());
  }

  @ParameterizedTest
  @EnumSource
  void aMemberMoreIsRefused(Document document) {
    Map<String, Json> members = members(document);
    members.put("zzz", new JsonBoolean(true));
    assertRefused(Rule.UNKNOWN_MEMBER, () -> document.again(bytes(members)));
  }

  @ParameterizedTest
  @EnumSource
  void aMemberLessIsRefused(Document document) {
    for (String name : members(document).keySet()) {
      Map<String, Json> members = members(document);
      members.remove(name);
      assertThatThrownBy(() -> document.again(bytes(members)))
          .as(name)
          .isInstanceOf(RuleViolation.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMemberOfAnotherNameIsRefusedHoweverDeepItStands(Document document) {
    for (Golden.Renamed renamed : Golden.renamed(document.golden())) {
      assertThatThrownBy(() -> document.again(renamed.bytes()))
          .as(renamed.member())
          .isInstanceOf(RuleViolation.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMemberOfAnotherTypeIsRefused(Document document) {
    for (Map.Entry<String, Json> member : members(document).entrySet()) {
      Map<String, Json> members = members(document);
      members.put(
          member.getKey(),
          member.getValue() instanceof JsonBoolean
              ? new JsonObject(Map.of())
              : new JsonBoolean(true));
      assertThatThrownBy(() -> document.again(bytes(members)))
          .as(member.getKey())
          .isInstanceOf(RuleViolation.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whiteSpaceIsRefusedWhereTheBytesAreSigned(Document document) {
    byte[] spaced = new String(document.golden(), UTF_8).replaceFirst("\\{", "{ ").getBytes(UTF_8);
    if (document.isSigned()) {
      assertRefused(Rule.NOT_CANONICAL, () -> document.again(spaced));
    } else {
      assertThat(document.again(spaced)).isEqualTo(document.golden());
    }
  }

  @ParameterizedTest
  @EnumSource
  void somethingBehindTheDocumentIsRefused(Document document) {
    byte[] more = (new String(document.golden(), UTF_8) + "{}").getBytes(UTF_8);
    assertRefused(Rule.MALFORMED_JSON, () -> document.again(more));
  }

  private static Map<String, Json> members(Document document) {
    Json golden = StrictJson.parse(document.golden(), document.golden().length);
    return golden instanceof JsonObject object ? new TreeMap<>(object.members()) : Map.of();
  }

  private static byte[] bytes(Map<String, Json> members) {
    return CanonicalJson.encode(new JsonObject(members));
  }
}
