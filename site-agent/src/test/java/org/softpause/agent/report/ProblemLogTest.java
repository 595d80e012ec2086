package org.softpause.agent.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.agent.world.MutableClock;

class ProblemLogTest {
  private final MutableClock clock = new MutableClock(Instant.ofEpochSecond(1_000_000));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ProblemLog problems =
      new ProblemLog(new OperatorLog(new PrintStream(out, true, UTF_8), clock), clock);

  private List<String> lines() {
    List<String> lines = out.toString(UTF_8).lines().toList();
    out.reset();
    return lines;
  }

  private void pass(int seconds) {
    clock.pass(seconds);
  }

  @Test
  void theFirstOfAKindAndTheRecoveryAreToldAtOnce() {
    problems.none("well");
    problems.problem("a", "a is wrong");
    problems.problem("b", "b is wrong");
    problems.none("well");
    problems.none("well");
    assertThat(lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("WARN  a is wrong"),
            line -> assertThat(line).endsWith("WARN  b is wrong"),
            line -> assertThat(line).endsWith("INFO  well"));
  }

  @Test
  void whatStaysWrongIsToldWithGrowingPauses() {
    Instant begun = clock.instant();
    for (int second = 0; second < 24 * 3600; second++) {
      problems.problem("a", "a is wrong: " + second);
      pass(1);
    }
    List<String> lines = lines();
    assertThat(lines).hasSize(1 + 6 + 22);
    assertThat(lines.get(1))
        .startsWith(begun.plusSeconds(60).toString())
        .endsWith("a is wrong: 60; this happens again and again since " + begun);
    assertThat(lines.get(2)).startsWith(begun.plusSeconds(180).toString());
  }

  @Test
  void problemsThatAlternateWithSuccessFillNoLog() {
    for (int second = 0; second < 600; second++) {
      switch (second % 4) {
        case 0 -> problems.problem("a", "a is wrong");
        case 2 -> problems.problem("b", "b is wrong");
        default -> problems.none("well");
      }
      pass(1);
    }
    assertThat(lines()).hasSizeLessThan(3 * 5);
  }

  @Test
  void everNewKindsFillNoLog() {
    for (int second = 0; second < 600; second++) {
      problems.problem("kind " + second, "wrong in way " + second);
      pass(1);
    }
    assertThat(lines()).hasSizeBetween(8, 8 + 4);
  }

  @Test
  void aRecoveryThatWasHeldBackIsToldOnceItIsDue() {
    problems.problem("a", "a is wrong");
    problems.none("well");
    pass(60);
    problems.problem("a", "a is wrong");
    pass(1);
    problems.none("well");
    lines();
    problems.problem("b", "b is wrong");
    problems.none("well");
    assertThat(lines()).singleElement().asString().contains("b is wrong");
    pass(119);
    problems.none("well");
    assertThat(lines()).isEmpty();
    pass(1);
    problems.none("well");
    assertThat(lines()).singleElement().asString().endsWith("INFO  well");
  }

  @Test
  void afterALongQuietTimeEverythingIsNewsAgain() {
    problems.problem("a", "a is wrong");
    problems.none("well");
    pass(600);
    problems.none("well");
    problems.problem("a", "a is wrong");
    assertThat(lines()).last().asString().contains("again and again");
    problems.none("well");
    pass(601);
    problems.none("well");
    problems.problem("a", "a is wrong");
    assertThat(lines()).last().asString().endsWith("WARN  a is wrong");
  }

  @Test
  void aClockSetBackSilencesNothing() {
    problems.problem("a", "a is wrong");
    pass(-3600);
    problems.problem("a", "a is wrong");
    assertThat(lines()).hasSize(2);
  }
}
