package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.agent.report.OperatorLog;
import org.softpause.agent.world.MutableClock;

class ClockGuardTest {
  private static final long START = 1_800_000_000L;

  private final MutableClock clock = new MutableClock(Instant.ofEpochSecond(START));
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ClockGuard guard =
      new ClockGuard(
          START,
          clock::nanos,
          new OperatorLog(new PrintStream(said, true, StandardCharsets.UTF_8), clock));

  private long read() {
    return guard.read(clock.seconds());
  }

  private List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {-60, 0, 60})
  void aReadingWithinAMinuteOfTheMonotonicClockIsTakenAsItIs(long drift) {
    clock.pass(1000);
    clock.set(clock.seconds() + drift);
    assertThat(read()).isEqualTo(START + 1000 + drift);
    assertThat(guard.hasStepped()).isFalse();
    assertThat(lines()).isEmpty();
  }

  @Test
  void theDriftIsMeasuredFromTheReadingBefore() {
    for (int i = 1; i <= 3; i++) {
      clock.pass(10);
      clock.set(clock.seconds() + 60);
      assertThat(read()).isEqualTo(START + i * 70L);
    }
    assertThat(guard.hasStepped()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-100_000, -61, 61, 100_000})
  void afterAStepTheLastTrustedReadingIsCountedOn(long step) {
    clock.pass(10);
    assertThat(read()).isEqualTo(START + 10);
    clock.pass(5);
    clock.set(clock.seconds() + step);
    assertThat(read()).isEqualTo(START + 15);
    clock.pass(7);
    assertThat(read()).isEqualTo(START + 22);
    assertThat(guard.hasStepped()).isTrue();
    assertThat(lines()).singleElement().asString().contains("ALARM", "stepped by " + step + " s");
  }

  @Test
  void aConfirmedReadingIsTrustedFromThenOn() {
    clock.set(START + 7200);
    read();
    clock.pass(30);
    guard.confirm(clock.seconds());
    assertThat(guard.hasStepped()).isFalse();
    clock.pass(30);
    assertThat(read()).isEqualTo(START + 7260);
    assertThat(lines()).hasSize(2).last().asString().contains("own block sources confirm the time");
  }

  @Test
  void aClockThatComesBackIsTrustedAgainAndSaidOnce() {
    clock.set(START - 7200);
    read();
    clock.set(START);
    clock.pass(1);
    assertThat(read()).isEqualTo(START + 1);
    assertThat(guard.hasStepped()).isFalse();
    read();
    assertThat(lines()).hasSize(2).last().asString().contains("agrees with the monotonic clock");
  }
}
