package org.softpause.authz.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.authz.Eventually;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.RunningService;
import org.softpause.authz.Signatories;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.authz.system.CallerLimits;
import org.softpause.db.PostgresFixture;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Pause;

class SessionLongPollTest {
  private static final String PATH = "/v1/signing-sessions";
  private static final String ADDRESS = "192.0.2.1";
  private static final String PROXY = "127.0.0.1";
  private static final String TOKEN_KEY = "softpause.token.key-file=target/test-token-key.json";

  private final SingleCommitteeRegistry world = SingleCommitteeRegistry.sharedThatOnlySigns();

  @Test
  void whoWaitsIsToldOfTheNextSessionOnceItCanBeSeen() throws Exception {
    Signatories signatories = world.signatories();
    Pause drill = world.pause(10).drill(true).build();
    Bytes32 id = drill.id(signatories.domain());
    signatories.propose(drill);
    signatories.approve(id, 1);
    signatories.approve(id, 2);
    long known = opened(open().get(PATH));
    var waiting = CompletableFuture.supplyAsync(() -> open().get(PATH + "?wait=15&known=" + known));
    signatories.approve(id, 3);
    assertThat(opened(waiting.get(1, TimeUnit.MINUTES))).isEqualTo(known + 1);
    assertThat(signatories.signingPackage(id, 1)).isPresent();
  }

  @Test
  void whoKnowsAnotherNumberIsAnsweredAtOnce() {
    long now = opened(open().get(PATH));
    assertThat(opened(open().get(PATH + "?wait=15&known=" + (now + 7)))).isEqualTo(now);
  }

  @Test
  void whereNothingHappensTheAnswerIsWhatWasKnown() {
    long now = opened(open().get(PATH));
    assertThat(opened(open().get(PATH + "?wait=1&known=" + now))).isEqualTo(now);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?wait=16", "?wait=-1", "?known=-1"})
  void aWaitWithoutBoundsIsRefused(String query) {
    assertThat(open().get(PATH + query).problem()).isEqualTo("out-of-range");
  }

  @Test
  void aServiceThatEndsDoesNotLetAnyoneWait() throws Exception {
    FutureTask<Long> waiting;
    try (RunningService service =
        RunningService.start(PostgresFixture.shared().newDatabase(), TOKEN_KEY)) {
      SessionLongPoll sessionLongPoll = service.part(SessionLongPoll.class);
      waiting = new FutureTask<>(() -> sessionLongPoll.opened(0, Duration.ofHours(1), ADDRESS));
      Thread waiter = Thread.ofPlatform().start(waiting);
      Eventually.equal(Thread.State.TIMED_WAITING, waiter::getState);
    }
    assertThat(waiting.get(1, TimeUnit.MINUTES)).isZero();
  }

  @Test
  void aCrowdIsAnsweredAtOnceOnceAllPlacesAreTaken() throws Exception {
    CallerLimits limits = world.service().part(CallerLimits.class);
    SessionLongPoll sessionLongPoll = world.service().part(SessionLongPoll.class);
    long now = opened(open().get(PATH));
    List<Thread> crowd =
        IntStream.range(0, limits.waiting())
            .mapToObj(
                one ->
                    Thread.ofVirtual()
                        .start(() -> sessionLongPoll.opened(now, Duration.ofHours(1), PROXY)))
            .toList();
    crowd.forEach(one -> Eventually.equal(Thread.State.TIMED_WAITING, one::getState));
    var oneMore =
        CompletableFuture.supplyAsync(
            () -> sessionLongPoll.opened(now, Duration.ofHours(1), ADDRESS));
    assertThat(oneMore.get(1, TimeUnit.MINUTES)).isEqualTo(now);
    crowd.forEach(Thread::interrupt);
    for (Thread one : crowd) {
      one.join();
    }
  }

  private HttpCaller open() {
    return world.service().open();
  }

  private static long opened(HttpCaller.Answer answer) {
    return answer.json().at("/opened").asLong();
  }
}
