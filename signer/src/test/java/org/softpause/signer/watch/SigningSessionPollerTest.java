package org.softpause.signer.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.signer.world.TestHttpServer;
import org.softpause.signer.world.TestHttpServer.Answer;

class SigningSessionPollerTest {
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void onlyAnotherNumberCallsForALookAndIsKnownFromThenOn() throws IOException {
    List<String> asked = new ArrayList<>();
    try (TestHttpServer board =
        new TestHttpServer(
            (method, path, body) -> {
              asked.add(path);
              return new Answer(200, "{\"opened\":3}");
            })) {
      SigningSessionPoller doorbell = doorbell(board);
      assertThat(doorbell.listen()).isEqualTo(SigningSessionPoller.REST);
      assertThat(looks).hasValue(1);
      assertThat(doorbell.listen())
          .as("the service does not let us wait")
          .isEqualTo(SigningSessionPoller.UNHEARD);
      assertThat(looks).hasValue(1);
    }
    assertThat(asked)
        .containsExactly(
            "/v1/signing-sessions?known=0&wait=15", "/v1/signing-sessions?known=3&wait=15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"opened\":-1}", "{\"opened\":\"3\"}", "[]"})
  void anAnswerThatIsNoNumberIsPassedBy(String answer) throws IOException {
    assertThat(unheard(new Answer(200, answer))).isEqualTo(SigningSessionPoller.UNHEARD);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 429, 500, 503})
  void aServiceWithoutADoorbellIsAskedSeldom(int status) throws IOException {
    assertThat(unheard(new Answer(status, "{}"))).isEqualTo(SigningSessionPoller.UNHEARD);
  }

  @Test
  void itListensUntilItIsInterrupted() throws IOException, InterruptedException {
    AtomicInteger opened = new AtomicInteger();
    CountDownLatch called = new CountDownLatch(3);
    try (TestHttpServer board =
        new TestHttpServer(
            (method, path, body) ->
                new Answer(200, "{\"opened\":" + opened.incrementAndGet() + "}"))) {
      Thread listener =
          Thread.ofVirtual()
              .start(new SigningSessionPoller(client(board), called::countDown, Waiter.THREAD));
      assertThat(called.await(1, TimeUnit.MINUTES)).isTrue();
      listener.interrupt();
      listener.join();
    }
  }

  private Duration unheard(Answer answer) throws IOException {
    try (TestHttpServer board = new TestHttpServer((method, path, body) -> answer)) {
      var rest = doorbell(board).listen();
      assertThat(looks).hasValue(0);
      return rest;
    }
  }

  private SigningSessionPoller doorbell(TestHttpServer board) {
    return new SigningSessionPoller(client(board), looks::incrementAndGet, Waiter.THREAD);
  }

  private static ServiceClient client(TestHttpServer board) {
    return board.client();
  }
}
