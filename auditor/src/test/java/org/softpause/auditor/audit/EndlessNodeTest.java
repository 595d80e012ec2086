package org.softpause.auditor.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.softpause.auditor.chain.PublishedCode;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.proof.JsonRpc;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.transport.BudgetedTransport;
import org.softpause.protocol.transport.GatheringLimits;
import org.softpause.protocol.transport.HttpTransport;

/**
 * A node with a million blocks that gives the events of one block at a time only, so that an audit
 * of it would take a million requests.
 */
class EndlessNodeTest {
  private static final int MOST_REQUESTS = 60;

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void aNodeThatTakesTooMuchIsNotCheckedRatherThanAccused() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI node = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      EndpointResult result = audit(http, node);
      assertThat(result.findings()).isEmpty();
      assertThat(result.unchecked().orElseThrow())
          .contains("gathering-exceeded", "at most " + MOST_REQUESTS + " requests");
      assertThat(asked).hasValue(MOST_REQUESTS);
    } finally {
      server.stop(0);
    }
  }

  private static EndpointResult audit(HttpClient http, URI node) throws IOException {
    GatheringLimits limits = new GatheringLimits(Duration.ofMinutes(5), 1 << 20, MOST_REQUESTS);
    JsonRpc rpc =
        new JsonRpc(
            new BudgetedTransport(new HttpTransport(http), limits),
            node,
            Duration.ofSeconds(20),
            1 << 20);
    AuditSettings settings =
        new AuditSettings(
            PublishedCode.load(), 0, Optional.empty(), time -> {}, AuditProgress.none());
    RpcEndpoint endpoint =
        new RpcEndpoint("node", new RegistryReader(rpc, TestRegistry.DOMAIN.registry()));
    return new Audit(TestRegistry.DOMAIN, settings, new SeededRandom(1))
        .run(List.of(endpoint), Optional.empty())
        .getFirst();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    byte[] body = ("{\"jsonrpc\":\"2.0\",\"id\":1," + result(request) + "}").getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String result(String request) {
    if (request.contains("eth_chainId")) {
      return "\"result\":\"0x7a69\"";
    }
    if (request.contains("eth_getBlockByNumber")) {
      return "\"result\":{\"number\":\"0xf4240\",\"timestamp\":\"0x6b49d200\",\"hash\":\"0x"
          + "11".repeat(32)
          + "\"}";
    }
    return isOneBlock(request)
        ? "\"result\":[]"
        : "\"error\":{\"code\":-32005,\"message\":\"too many blocks\"}";
  }

  private static boolean isOneBlock(String request) {
    String from = request.replaceAll(".*\"fromBlock\":\"([^\"]*)\".*", "$1");
    String to = request.replaceAll(".*\"toBlock\":\"([^\"]*)\".*", "$1");
    return from.equals(to);
  }
}
