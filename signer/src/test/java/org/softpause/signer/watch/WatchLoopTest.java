package org.softpause.signer.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;
import org.softpause.signer.world.TestHttpServer;

class WatchLoopTest {
  private final StringWriter out = new StringWriter();
  private final ActivityLog activityLog =
      new ActivityLog(
          new PrintWriter(out),
          Clock.fixed(Instant.parse("2026-11-23T13:00:00Z"), ZoneOffset.UTC),
          false);

  @Test
  void aServiceThatWasAwayIsReportedOnceAndOnceMoreWhenItIsBack() {
    Deque<RuntimeException> failures =
        new ArrayDeque<>(
            List.of(new UnreachableException("gone"), new UnreachableException("gone")));
    WatchTask round =
        () -> {
          if (!failures.isEmpty()) {
            throw failures.pop();
          }
        };
    new WatchLoop(round, activityLog, Duration.ofMillis(1)).run(4);
    assertThat(out.toString().lines())
        .containsExactly(
            "2026-11-23T13:00:00Z done service: cannot be reached, trying again: gone",
            "2026-11-23T13:00:00Z done service: reached again");
  }

  @Test
  void aStoreHeldByAnotherCommandIsTriedAgain() {
    Deque<RuntimeException> failures =
        new ArrayDeque<>(List.of(new StoreException(StoreProblem.BUSY, "held")));
    new WatchLoop(
            () -> {
              if (!failures.isEmpty()) {
                throw failures.pop();
              }
            },
            activityLog,
            Duration.ofMillis(1))
        .run(2);
    assertThat(failures).isEmpty();
  }

  @Test
  void whatTheServiceRefusesOrGetsWrongIsToldOnceAndDoesNotEndTheWatch() throws IOException {
    Deque<TestHttpServer.Answer> answers =
        new ArrayDeque<>(
            List.of(
                TestHttpServer.Answer.problem(403, "forbidden"),
                TestHttpServer.Answer.problem(403, "forbidden"),
                new TestHttpServer.Answer(200, "[]"),
                new TestHttpServer.Answer(200, "{}")));
    try (TestHttpServer board = new TestHttpServer((method, path, body) -> answers.pop())) {
      ServiceClient service = board.client();
      new WatchLoop(() -> service.get("/v1/head"), activityLog, Duration.ofMillis(1)).run(4);
    }
    assertThat(answers).isEmpty();
    assertThat(out.toString().lines())
        .containsExactly(
            "2026-11-23T13:00:00Z refused service: forbidden: as the test wants it",
            "2026-11-23T13:00:00Z refused service: wrong-type: the service's answer must be an"
                + " object",
            "2026-11-23T13:00:00Z done service: reached again");
  }

  @Test
  void anOldCopyOfTheFolderEndsTheWatch() {
    WatchLoop watchLoop =
        new WatchLoop(
            () -> {
              throw new RuleViolation(Rule.SIGNER_BEHIND, "old");
            },
            activityLog,
            Duration.ofMillis(1));
    assertThatThrownBy(() -> watchLoop.run(2)).isInstanceOf(RuleViolation.class);
  }

  @Test
  void aDamagedStoreEndsTheWatch() {
    WatchLoop watchLoop =
        new WatchLoop(
            () -> {
              throw new StoreException(StoreProblem.LOCKED, "damaged");
            },
            activityLog,
            Duration.ofMillis(1));
    assertThatThrownBy(() -> watchLoop.run(2)).isInstanceOf(StoreException.class);
  }

  @Test
  void theRefusalOfOneThingIsToldOnce() {
    activityLog.refused("decision 1", "wrong-epoch", "a");
    activityLog.refused("decision 1", "wrong-epoch", "a");
    activityLog.refused("decision 2", "wrong-epoch", "a");
    assertThat(out.toString().lines())
        .containsExactly(
            "2026-11-23T13:00:00Z refused decision 1: wrong-epoch: a",
            "2026-11-23T13:00:00Z refused decision 2: wrong-epoch: a");
  }

  @Test
  void whatOthersWroteCannotSteerTheTerminal() {
    activityLog.done("x", "\u001b[2J");
    assertThat(out.toString()).contains("<U+001B>[2J").doesNotContain("\u001b");
  }

  @Test
  void failuresInARowDoubleTheWaitUpToTenSeconds() {
    Backoff backoff = new Backoff(Duration.ofMillis(500));
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(500));
    backoff.failed();
    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
    for (int i = 0; i < 20; i++) {
      backoff.failed();
    }
    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(10));
    backoff.succeeded();
    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void aPollLongerThanTheLongestWaitStays() {
    Backoff backoff = new Backoff(Duration.ofMinutes(1));
    backoff.failed();
    assertThat(backoff.next()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void toldToStopItStops() {
    WatchLoop watchLoop = new WatchLoop(() -> {}, activityLog, Duration.ofMinutes(10));
    Thread watch = Thread.ofVirtual().start(() -> watchLoop.run(Long.MAX_VALUE));
    watchLoop.stop(Duration.ofSeconds(30));
    assertThat(out.toString()).isEmpty();
    watch.interrupt();
  }

  @Test
  void wokenItLooksAgainLongBeforeItsTime() throws InterruptedException {
    CountDownLatch looks = new CountDownLatch(2);
    WatchLoop watchLoop = new WatchLoop(looks::countDown, activityLog, Duration.ofMinutes(10));
    Thread watch = Thread.ofVirtual().start(() -> watchLoop.run(2));
    watchLoop.wake();
    assertThat(watch.join(Duration.ofMinutes(1))).isTrue();
    assertThat(looks.getCount()).isZero();
  }

  @Test
  void callsThatCameMeanwhileAreOneCall() throws InterruptedException {
    AtomicInteger looks = new AtomicInteger();
    CountDownLatch two = new CountDownLatch(2);
    WatchTask round =
        () -> {
          looks.incrementAndGet();
          two.countDown();
        };
    WatchLoop watchLoop = new WatchLoop(round, activityLog, Duration.ofMinutes(10));
    for (int i = 0; i < 5; i++) {
      watchLoop.wake();
    }
    Thread watch = Thread.ofVirtual().start(() -> watchLoop.run(3));
    assertThat(two.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(watch.join(Duration.ofMillis(200))).isFalse();
    assertThat(looks).hasValue(2);
    watch.interrupt();
  }
}
