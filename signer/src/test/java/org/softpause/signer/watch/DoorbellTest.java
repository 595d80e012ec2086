package org.softpause.signer.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.signer.service.ServiceClient;
import org.softpause.signer.world.TestBoard;
import org.softpause.signer.world.TestBoard.Answer;

class DoorbellTest {
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void onlyAnotherNumberCallsForALookAndIsKnownFromThenOn() throws IOException {
    List<String> asked = new ArrayList<>();
    try (TestBoard board =
        new TestBoard(
            (method, path, body) -> {
              asked.add(path);
              return new Answer(200, "{\"opened\":3}");
            })) {
      Doorbell doorbell = doorbell(board);
      assertThat(doorbell.listen()).isEqualTo(Doorbell.REST);
      assertThat(looks).hasValue(1);
      assertThat(doorbell.listen())
          .as("the service does not let us wait")
          .isEqualTo(Doorbell.UNHEARD);
      assertThat(looks).hasValue(1);
    }
    assertThat(asked)
        .containsExactly(
            "/v1/signing-sessions?known=0&wait=15", "/v1/signing-sessions?known=3&wait=15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"opened\":-1}", "{\"opened\":\"3\"}", "[]"})
  void anAnswerThatIsNoNumberIsPassedBy(String answer) throws IOException {
    assertThat(unheard(new Answer(200, answer))).isEqualTo(Doorbell.UNHEARD);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 429, 500, 503})
  void aServiceWithoutADoorbellIsAskedSeldom(int status) throws IOException {
    assertThat(unheard(new Answer(status, "{}"))).isEqualTo(Doorbell.UNHEARD);
  }

  @Test
  void itListensUntilItIsInterrupted() throws IOException, InterruptedException {
    AtomicInteger opened = new AtomicInteger();
    CountDownLatch called = new CountDownLatch(3);
    try (TestBoard board =
        new TestBoard(
            (method, path, body) ->
                new Answer(200, "{\"opened\":" + opened.incrementAndGet() + "}"))) {
      Thread listener = Thread.ofVirtual().start(new Doorbell(client(board), called::countDown));
      assertThat(called.await(1, TimeUnit.MINUTES)).isTrue();
      listener.interrupt();
      listener.join();
    }
  }

  private Duration unheard(Answer answer) throws IOException {
    try (TestBoard board = new TestBoard((method, path, body) -> answer)) {
      var rest = doorbell(board).listen();
      assertThat(looks).hasValue(0);
      return rest;
    }
  }

  private Doorbell doorbell(TestBoard board) {
    return new Doorbell(client(board), looks::incrementAndGet);
  }

  private static ServiceClient client(TestBoard board) {
    return new ServiceClient(board.address(), HttpClient.newHttpClient());
  }
}
