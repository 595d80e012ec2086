package org.softpause.protocol.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.Address;
import org.softpause.protocol.json.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares ids with those that ethers computed, from a copy of the vectors in the contract's tests.
 */
class PublishedIdsTest {
  private static final int MAX = 4_096;

  static Stream<JsonNode> pauses() throws IOException {
    return vectors("pauses");
  }

  static Stream<JsonNode> lifts() throws IOException {
    return vectors("lifts");
  }

  static Stream<JsonNode> withdraws() throws IOException {
    return vectors("withdraws");
  }

  private static Stream<JsonNode> vectors(String kind) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PublishedIdsTest.class.getResourceAsStream("decision-ids.json"))) {
      JsonNode list = JsonMapper.shared().readTree(in).path(kind);
      assertThat(list.size()).isEqualTo(40);
      return StreamSupport.stream(list.spliterator(), false);
    }
  }

  @ParameterizedTest
  @MethodSource("pauses")
  void theIdOfAPauseIsThatOfEthers(JsonNode vector) {
    check(vector, "pause", "Pause");
  }

  @ParameterizedTest
  @MethodSource("lifts")
  void theIdOfALiftIsThatOfEthers(JsonNode vector) {
    check(vector, "lift", "Lift");
  }

  @ParameterizedTest
  @MethodSource("withdraws")
  void theIdOfAWithdrawIsThatOfEthers(JsonNode vector) {
    check(vector, "withdraw", "Withdraw");
  }

  private static void check(JsonNode vector, String member, String type) {
    Eip712Domain domain =
        new Eip712Domain(
            vector.path("chainId").asLong(), Address.parse(vector.path("registry").asString()));
    ObjectNode fields = ((ObjectNode) vector.path(member)).deepCopy();
    fields.put("type", type);
    fields.put("mandate", fields.path("mandate").asInt() == 0 ? "STANDING" : "EMERGENCY");
    byte[] json = JsonMapper.shared().writeValueAsBytes(fields);
    Decision decision = StrictJson.read(json, MAX, DecisionJson::read);
    assertThat(decision.id(domain)).hasToString(vector.path("id").asString());
  }
}
