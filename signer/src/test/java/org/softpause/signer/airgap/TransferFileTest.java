package org.softpause.signer.airgap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.protocol.RuleViolation;

class TransferFileTest {
  static final String GOLDEN =
      """
      {"answers":[{"answer":{"body":"e30","status":200},"errand":{"method":"GET","path":"/v1/registry","to":"service"}}],"at":1800000000,"errands":[{"body":"e30","method":"POST","path":"/v1/decisions","to":"service"},{"body":"e30","method":"POST","path":"","to":"node"}],"type":"softpause-parcel-v1"}""";

  @Test
  void theFormatIsFixed() {
    assertThat(new String(transferFile().encode(), UTF_8)).isEqualTo(GOLDEN);
    assertThat(TransferFile.decode(GOLDEN.getBytes(UTF_8))).isEqualTo(transferFile());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parcel-v1|parcel-v2",
        "\"to\":\"node\"|\"to\":\"somebody\"",
        "\"GET\"|\"PUT\"",
        "/v1/registry|http://elsewhere",
        "/v1/registry|/v1/../admin",
        "/v1/registry|/v1/a b",
        "\"status\":200|\"status\":500",
        "\"status\":200|\"status\":200,\"x\":1",
        "\"body\":\"e30\"|\"body\":\"e31\"",
        "\"body\":\"e30\"|\"body\":\"e30=\"",
        "\"at\":1800000000|\"at\":-1",
        "\"path\":\"\",\"to\":\"node\"|\"path\":\"/v1/decisions\",\"to\":\"service\""
      })
  void anythingElseIsRefused(String part, String instead) {
    assertThat(GOLDEN).contains(part);
    assertThatThrownBy(() -> TransferFile.decode(GOLDEN.replace(part, instead).getBytes(UTF_8)))
        .isInstanceOf(RuleViolation.class);
  }

  private static TransferFile transferFile() {
    SequencedMap<CarriedRequest, CarriedAnswer> answers = new LinkedHashMap<>();
    answers.put(CarriedRequest.get("/v1/registry"), new CarriedAnswer(200, "e30"));
    return new TransferFile(
        1_800_000_000L,
        new LinkedHashSet<>(
            List.of(
                new CarriedRequest(Recipient.SERVICE, "POST", "/v1/decisions", "e30"),
                new CarriedRequest(Recipient.NODE, "POST", "", "e30"))),
        answers);
  }
}
