package org.softpause.protocol.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.transport.Transport;
import org.softpause.protocol.transport.TransportRequest;
import org.softpause.protocol.transport.TransportResponse;

class ServiceClientTest {
  private final List<TransportRequest> sent = new ArrayList<>();

  @Test
  void aProblemNamesItsRule() {
    String problem = "{\"type\":\"urn:softpause:problem:x-y\",\"detail\":\"because\"}";
    assertThatThrownBy(() -> answering(409, problem).get("/"))
        .hasMessage("because")
        .isInstanceOfSatisfying(
            ServiceRefusal.class,
            e -> {
              assertThat(e.slug()).isEqualTo("x-y");
              assertThat(e.status()).isEqualTo(409);
            });
  }

  @Test
  void aRefusalThatIsNoProblemIsARefusal() {
    assertThatThrownBy(() -> answering(403, "<html>").get("/"))
        .isInstanceOfSatisfying(
            ServiceRefusal.class, e -> assertThat(e.slug()).isEqualTo("http-403"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(answering(404, "").find("/")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 301})
  void aServiceInTroubleMayBeAskedAgain(int status) {
    assertThatThrownBy(() -> answering(status, "").get("/"))
        .isInstanceOf(UnreachableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"a\":null}", "{\"a\":1}x", "{\"a\":1,\"a\":1}"})
  void anAnswerThatIsNoStrictObjectIsRefused(String answer) {
    assertThatThrownBy(() -> answering(200, answer).get("/")).isInstanceOf(RuleViolation.class);
  }

  @Test
  void nobodyThereIsUnreachable() {
    ServiceClient client =
        client(
            request -> {
              throw new IOException("refused");
            });
    assertThatThrownBy(() -> client.get("/"))
        .isInstanceOf(UnreachableException.class)
        .hasMessage("cannot reach http://service.example/prefix/");
  }

  @Test
  void anInterruptIsSaidToBeOne() {
    ServiceClient client =
        client(
            request -> {
              throw new InterruptedIOException();
            });
    assertThatThrownBy(() -> client.get("/"))
        .isInstanceOf(UnreachableException.class)
        .hasMessageStartingWith("interrupted");
  }

  @Test
  void everyRequestKeepsThePrefixAndHasLimits() {
    ServiceClient client = answering(201, "");
    client.post("/v1/sites", new ObjectWriter().text("a", "b").toJson());
    assertThat(sent)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.uri()).hasToString("http://service.example/prefix/v1/sites");
              assertThat(request.method()).isEqualTo("POST");
              assertThat(new String(request.body().orElseThrow(), UTF_8))
                  .isEqualTo("{\"a\":\"b\"}");
              assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(3));
              assertThat(request.maxBytes()).isEqualTo(ServiceClient.MAX_ANSWER);
            });
  }

  private ServiceClient answering(int status, String body) {
    return client(
        request -> {
          sent.add(request);
          return new TransportResponse(status, body.getBytes(UTF_8));
        });
  }

  private static ServiceClient client(Transport transport) {
    return new ServiceClient(
        transport, URI.create("http://service.example/prefix/"), Duration.ofSeconds(3));
  }
}
