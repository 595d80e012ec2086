package org.softpause.protocol.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Answers of 100 bytes that take a second each, by a clock that only they advance. */
class BudgetedTransportTest {
  private static final URI PEER = URI.create("http://127.0.0.1:1/");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final List<TransportRequest> sent = new ArrayList<>();
  private long nanos;

  @Test
  void aGatheringEndsWithItsRequests() throws IOException {
    Transport budgeted = within(new GatheringLimits(MINUTE, 10_000, 3));
    send(budgeted, 3);
    refused(() -> send(budgeted, 1)).hasMessageContaining("at most 3 requests");
    assertThat(sent).hasSize(3);
  }

  @Test
  void aGatheringEndsWithTheAnswerThatExceedsItsBytes() throws IOException {
    Transport budgeted = within(new GatheringLimits(MINUTE, 250, 100));
    send(budgeted, 2);
    refused(() -> send(budgeted, 1)).hasMessageContaining("at most 250 bytes");
  }

  @Test
  void aGatheringEndsWithTheTimeThatItsAnswersTook() throws IOException {
    Transport budgeted = within(new GatheringLimits(Duration.ofSeconds(3), 10_000, 100));
    nanos += Duration.ofHours(1).toNanos();
    send(budgeted, 3);
    refused(() -> send(budgeted, 1)).hasMessageContaining("at most 3 s of waiting");
    assertThat(sent)
        .extracting(TransportRequest::timeout)
        .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(1));
  }

  @Test
  void aGatheringWithinAnotherCountsForBoth() throws IOException {
    Transport outer = within(new GatheringLimits(MINUTE, 10_000, 4));
    for (int i = 0; i < 2; i++) {
      send(inner(outer), 2);
    }
    refused(() -> send(inner(outer), 1)).hasMessageContaining("at most 4 requests");
  }

  @Test
  void anAnswerThatIsLateByItsOwnLimitIsLateAndNotTooMuch() {
    Transport late =
        request -> {
          throw new HttpTimeoutException("late");
        };
    Transport budgeted = new BudgetedTransport(late, new GatheringLimits(MINUTE, 1, 1));
    assertThatThrownBy(() -> send(budgeted, 1)).isInstanceOf(HttpTimeoutException.class);
  }

  /** The server sends a byte every 20 ms for ever, each well before anything times out. */
  @Test
  void aPeerThatDripsItsAnswerIsLeftWhenTheTimeIsUsedUp() throws IOException {
    CountDownLatch left = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> drip(exchange, left));
    server.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI peer = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      Transport budgeted =
          new BudgetedTransport(
              new HttpTransport(client), new GatheringLimits(Duration.ofSeconds(1), 1 << 20, 5));
      refused(() -> budgeted.send(TransportRequest.get(peer, MINUTE, 1 << 20)))
          .hasMessageContaining("at most 1 s of waiting");
    } finally {
      left.countDown();
      server.stop(0);
    }
  }

  private static void drip(HttpExchange exchange, CountDownLatch left) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      while (!left.await(20, TimeUnit.MILLISECONDS)) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Transport inner(Transport outer) {
    return new BudgetedTransport(outer, new GatheringLimits(MINUTE, 10_000, 100));
  }

  private Transport within(GatheringLimits limits) {
    return new BudgetedTransport(
        request -> {
          sent.add(request);
          nanos += Duration.ofSeconds(1).toNanos();
          return new TransportResponse(200, new byte[100]);
        },
        limits,
        () -> nanos);
  }

  private static void send(Transport transport, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      transport.send(TransportRequest.get(PEER, MINUTE, 1_000));
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable sending) {
    return assertThatThrownBy(sending)
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.GATHERING_EXCEEDED));
  }
}
