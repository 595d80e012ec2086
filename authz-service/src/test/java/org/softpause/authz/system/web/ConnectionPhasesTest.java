package org.softpause.authz.system.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.softpause.authz.system.CallerLimits;
import org.softpause.authz.system.web.ConnectionPhases.Kind;
import org.springframework.util.unit.DataSize;

class ConnectionPhasesTest {
  private static final CallerLimits LIMITS =
      new CallerLimits(
          10,
          5,
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          DataSize.ofMegabytes(1),
          DataSize.ofMegabytes(1),
          1,
          1,
          Set.of());

  private final AtomicLong now = new AtomicLong();
  private final ConnectionPhases phases = new ConnectionPhases(LIMITS, now::get);

  @Test
  void eachPhaseHasItsDeadline() {
    Map<Kind, Integer> seconds =
        Map.of(Kind.AWAITING_REQUEST, 1, Kind.KEPT_ALIVE, 1, Kind.READING_BODY, 2, Kind.SERVING, 3);
    for (Kind kind : seconds.keySet()) {
      long allowed = Duration.ofSeconds(Objects.requireNonNull(seconds.get(kind))).toNanos();
      phases.begin("a", kind);
      now.addAndGet(allowed);
      assertThat(phases.isOverdue("a")).as("%s", kind).isFalse();
      now.addAndGet(1);
      assertThat(phases.isOverdue("a")).as("%s", kind).isTrue();
    }
  }

  @Test
  void whoHasOwedBytesTheLongestGivesWayAndWhoIsServedDoesNot() {
    phases.begin("served", Kind.SERVING);
    phases.begin("kept", Kind.KEPT_ALIVE);
    now.incrementAndGet();
    phases.begin("slow", Kind.READING_BODY);
    now.incrementAndGet();
    phases.begin("silent", Kind.AWAITING_REQUEST);
    assertThat(phases.longestDebtor(Set.of("served", "kept", "silent", "slow"))).contains("slow");
    phases.begin("slow", Kind.ENDING);
    assertThat(phases.longestDebtor(Set.of("served", "kept", "silent", "slow"))).contains("silent");
    assertThat(phases.longestDebtor(Set.of("served", "kept", "slow"))).contains("kept");
    assertThat(phases.longestDebtor(Set.of("served", "slow"))).isEmpty();
  }

  @Test
  void aConnectionThatIsEndingBeginsNothingAnew() {
    phases.begin("a", Kind.ENDING);
    phases.begin("a", Kind.SERVING);
    assertThat(phases.of("a")).isEqualTo(Kind.ENDING);
  }

  @Test
  void phasesMayChangeWhileTheLongestDebtorIsLookedFor() throws InterruptedException {
    ConnectionPhases changing = new ConnectionPhases(LIMITS, System::nanoTime);
    Set<String> all =
        IntStream.range(0, 500).mapToObj(Integer::toString).collect(Collectors.toSet());
    AtomicBoolean over = new AtomicBoolean();
    Thread other =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    all.forEach(one -> changing.begin(one, Kind.AWAITING_REQUEST));
                  }
                });
    for (int look = 0; look < 2_000; look++) {
      assertThat(changing.longestDebtor(all)).isPresent();
    }
    over.set(true);
    other.join();
  }
}
