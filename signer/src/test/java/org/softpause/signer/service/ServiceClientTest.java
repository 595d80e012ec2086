package org.softpause.signer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.RuleViolation;
import org.softpause.signer.world.TestHttpServer;
import org.softpause.signer.world.TestHttpServer.Answer;

class ServiceClientTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aProblemNamesItsRule() throws IOException {
    try (TestHttpServer board =
        new TestHttpServer((method, path, body) -> Answer.problem(409, "x-y"))) {
      assertThatThrownBy(() -> client(board).get("/"))
          .isInstanceOfSatisfying(
              ServiceRefusal.class,
              e -> {
                assertThat(e.slug()).isEqualTo("x-y");
                assertThat(e.status()).isEqualTo(409);
              });
    }
  }

  @Test
  void aRefusalThatIsNoProblemIsARefusal() throws IOException {
    try (TestHttpServer board =
        new TestHttpServer((method, path, body) -> new Answer(403, "<html>"))) {
      assertThatThrownBy(() -> client(board).get("/"))
          .isInstanceOfSatisfying(
              ServiceRefusal.class, e -> assertThat(e.slug()).isEqualTo("http-403"));
    }
  }

  @Test
  void whatIsNotThereIsNotFound() throws IOException {
    try (TestHttpServer board =
        new TestHttpServer((method, path, body) -> Answer.problem(404, "no"))) {
      assertThat(client(board).find("/")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 301})
  void aServiceInTroubleMayBeAskedAgain(int status) throws IOException {
    try (TestHttpServer board =
        new TestHttpServer((method, path, body) -> new Answer(status, ""))) {
      assertThatThrownBy(() -> client(board).get("/")).isInstanceOf(UnreachableException.class);
    }
  }

  @Test
  void anEndlessAnswerIsCutOff() throws IOException {
    String large = "x".repeat(BoundedExchange.MAX_ANSWER + 1);
    try (TestHttpServer board =
        new TestHttpServer((method, path, body) -> new Answer(200, large))) {
      assertThatThrownBy(() -> client(board).get("/")).isInstanceOf(UnreachableException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"a\":null}", "{\"a\":1}x", "{\"a\":1,\"a\":1}"})
  void anAnswerThatIsNoStrictObjectIsRefused(String answer) throws IOException {
    try (TestHttpServer board =
        new TestHttpServer((method, path, body) -> new Answer(200, answer))) {
      assertThatThrownBy(() -> client(board).get("/")).isInstanceOf(RuleViolation.class);
    }
  }

  @Test
  void nobodyThereIsUnreachable() {
    ServiceClient client = new ServiceClient(URI.create("http://127.0.0.1:1"), http);
    assertThatThrownBy(() -> client.get("/")).isInstanceOf(UnreachableException.class);
  }

  private ServiceClient client(TestHttpServer board) {
    return new ServiceClient(board.address(), http);
  }
}
