package org.softpause.signer.airgap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.transport.HttpTransport;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.world.TestHttpServer;
import org.softpause.signer.world.TestHttpServer.Answer;

class RequestRelayTest {
  private static final CarriedRequest LOG = CarriedRequest.get(LogReplay.path(0));
  private static final CarriedRequest DECISIONS =
      CarriedRequest.get("/v1/decisions?open=true&limit=100");

  /** Each page has one entry of a mebibyte, and there is always another page. */
  @Test
  void pagesWithoutEndAreCarriedUpToALimitThatIsNamedAndKeepNoOtherAnswerBack() throws Exception {
    String page = Answer.of(entries("x".repeat(1 << 20))).body();
    check(page, "bytes of answers");
  }

  /** Each page is small, so that the requests are used up first. */
  @Test
  void smallPagesWithoutEndAreCarriedUpToALimitThatIsNamed() throws Exception {
    check(Answer.of(entries("x")).body(), "requests");
  }

  private static void check(String page, String limit) throws IOException {
    try (TestHttpServer service =
            new TestHttpServer(
                (method, path, body) ->
                    path.startsWith("/v1/log?")
                        ? new Answer(200, page)
                        : Answer.problem(404, "not-found"));
        HttpClient client = HttpClient.newHttpClient()) {
      RequestRelay relay =
          new RequestRelay(new HttpTransport(client), service.address(), Optional.empty());
      TransferFile carried = relay.run(asked(), 1);
      assertThat(relay.cutShort().map(RuleViolation::rule)).contains(Rule.GATHERING_EXCEEDED);
      assertThat(relay.cutShort().map(RuleViolation::detail).orElseThrow()).endsWith(limit);
      assertThat(carried.answers()).containsKeys(LOG, DECISIONS);
      assertThat(TransferFile.decode(carried.encode())).isEqualTo(carried);
    }
  }

  private static TransferFile asked() {
    return new TransferFile(1, new LinkedHashSet<>(List.of(LOG, DECISIONS)), new LinkedHashMap<>());
  }

  private static JsonObject entries(String text) {
    return new ObjectWriter().texts("entries", List.of(text)).toJson();
  }
}
