package org.softpause.authz.ethereum;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.authz.system.EthereumSettings;

class AnswerLimitTest {
  private static final long LIMIT = 4 << 20;
  private static final byte[] EVENT = "{\"removed\":false},".repeat(1000).getBytes(UTF_8);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicLong given = new AtomicLong();
  private HttpServer server;
  private EthereumClient client;

  @BeforeEach
  void begin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    client =
        new EthereumClient(
            new EthereumSettings(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                null,
                Duration.ofSeconds(60)));
  }

  @AfterEach
  void end() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void anEndlessAnswerEndsAtItsLimit() {
    server.createContext("/", this::giveWithoutEnd);
    assertThatThrownBy(client::chainId)
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining("the node's answer is longer than 4194304 bytes");
    assertThat(given.get()).isLessThan(4 * LIMIT);
  }

  @Test
  void anAnswerWithinTheLimitIsReadWhole() throws IOException {
    server.createContext(
        "/",
        exchange -> {
          String padding = " ".repeat((int) LIMIT - 100);
          byte[] answer =
              ("{\"jsonrpc\":\"2.0\",\"id\":1," + padding + "\"result\":\"0x7a69\"}")
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    assertThat(client.chainId()).isEqualTo(31_337);
  }

  private void giveWithoutEnd(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[".getBytes(UTF_8));
      while (given.addAndGet(EVENT.length) < 64 * LIMIT) {
        out.write(EVENT);
      }
    }
  }
}
