package org.softpause.auditor.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.softpause.auditor.audit.EndpointResult;
import org.softpause.auditor.audit.ServiceResult;
import org.softpause.protocol.Rule;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.transport.GatheringLimits;
import org.softpause.protocol.transport.HttpTransport;

/** Each page of this service's log is empty and leads to another one. */
class EndlessServiceTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer server;
  private ServiceClient service;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", EndlessServiceTest::page);
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    service = new ServiceClient(new HttpTransport(http), address, Duration.ofSeconds(20));
  }

  @AfterEach
  void stop() {
    server.stop(0);
    http.close();
  }

  @Test
  @Timeout(60)
  void emptyPagesThatLeadOnAndOnAreRefused() {
    ServiceLog log = new ServiceLog(service);
    assertRefused(Rule.LOG_SEQUENCE_BROKEN, () -> log.read(1_000, shown -> {}));
  }

  @Test
  void aServiceThatTakesTooMuchIsNotCheckedRatherThanAccused() {
    ServiceClient few = service.gathering(new GatheringLimits(Duration.ofMinutes(1), 1 << 20, 0));
    EndpointResult chain =
        new EndpointResult(
            "node",
            Optional.empty(),
            Optional.of(TestRegistry.state()),
            List.of(),
            List.of(),
            Optional.empty());
    ServiceResult result = new ServiceAudit(few, 600).run(chain);
    assertThat(result.findings()).isEmpty();
    assertThat(result.unchecked().orElseThrow()).contains("gathering-exceeded", "0 requests");
  }

  private static void page(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    long after = Long.parseLong(query.replaceAll("after=([0-9]+)&.*", "$1"));
    byte[] body = ("{\"entries\":[],\"next\":" + (after + 1) + "}").getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
