package org.softpause.agent.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.world.ShortLog;
import org.softpause.agent.world.World;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** What k of m block sources prove, contradict or leave open. */
class HeadProofTest {
  private static final long NOW = World.BEGINNING + 10_000;
  private static final Duration HOUR = Duration.ofHours(1);

  /** A log of two entries. */
  private static final VerifiedLog LOG = ShortLog.LOG.upTo(2);

  private static SourceAnswer reports(Bytes32 head, long timestamp) {
    return new SourceAnswer.Head(URI.create("http://node"), 77, World.NOWHERE, timestamp, head);
  }

  private static SourceAnswer silent() {
    return new SourceAnswer.Silent(URI.create("http://silent"), "timed out");
  }

  private static List<SourceAnswer> answers(int agree, int contrary, int behind, int silent) {
    List<SourceAnswer> answers = new ArrayList<>();
    for (int i = 0; i < agree; i++) {
      answers.add(reports(LOG.head(), NOW - i));
    }
    for (int i = 0; i < contrary; i++) {
      answers.add(reports(World.NOWHERE, NOW));
    }
    for (int i = 0; i < behind; i++) {
      answers.add(reports(LOG.heads().getFirst(), NOW));
    }
    for (int i = 0; i < silent; i++) {
      answers.add(silent());
    }
    return answers;
  }

  private static HeadProof.Result weigh(List<SourceAnswer> answers) {
    return new HeadProof(LOG.upTo(1), LOG, HOUR, NOW).weigh(answers);
  }

  private static String noteOf(SourceAnswer... answers) {
    return ((HeadProof.Open) weigh(List.of(answers))).why().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 0, true",
    "1, 0, 0, 1, false",
    "2, 1, 0, 0, true",
    "2, 0, 1, 0, true",
    "2, 0, 0, 2, false",
    "3, 0, 0, 2, true",
    "2, 1, 1, 1, false",
    "0, 0, 1, 0, false",
    "0, 0, 0, 0, false"
  })
  void onlyMoreThanHalfOfAllSourcesProveAHead(
      int agree, int contrary, int behind, int silent, boolean proven) {
    HeadProof.Result result = weigh(answers(agree, contrary, behind, silent));
    if (proven) {
      assertThat(result).isEqualTo(new HeadProof.Proven(NOW - agree + 1));
    } else {
      assertThat(result).isInstanceOf(HeadProof.Open.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "0, 1, 1", "2, 2, 0", "1, 2, 1"})
  void halfOfTheSourcesContradictNothing(int agree, int contrary, int silent) {
    assertThat(weigh(answers(agree, contrary, 0, silent))).isInstanceOf(HeadProof.Open.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "1, 2, 0", "0, 2, 1", "1, 3, 1"})
  void moreThanHalfContradictTheToken(int agree, int contrary, int silent) {
    assertThatThrownBy(() -> weigh(answers(agree, contrary, 0, silent)))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(Rule.HEAD_DISAGREES))
        .hasMessageContaining("%d of %d own block sources", contrary, agree + contrary + silent)
        .hasMessageContaining("the service's log is not the registry's");
  }

  @Test
  void aTokenThatAddsNothingIsBlamedForLeavingOutTheNewestDecision() {
    assertThatThrownBy(() -> new HeadProof(LOG, LOG, HOUR, NOW).weigh(answers(0, 1, 0, 0)))
        .hasMessageContaining("leaves the newest decision out of the log");
  }

  @Test
  void sourcesThatAreMerelyBehindContradictNothing() {
    assertThat(weigh(answers(0, 0, 3, 0))).isInstanceOf(HeadProof.Open.class);
  }

  @ParameterizedTest
  @CsvSource({"-3601, false", "-3600, true", "0, true", "60, true", "61, false"})
  void aBlockCountsFromAnHourBehindTheClockToAMinuteAhead(long offset, boolean counts) {
    List<SourceAnswer> agreeing = List.of(reports(LOG.head(), NOW + offset));
    assertThat(weigh(agreeing) instanceof HeadProof.Proven).isEqualTo(counts);
    assertThat(HeadProof.confirmsClock(agreeing, HOUR, NOW)).isEqualTo(counts);
    List<SourceAnswer> contrary = List.of(reports(World.NOWHERE, NOW + offset));
    if (counts) {
      assertThatThrownBy(() -> weigh(contrary)).isInstanceOf(RuleViolation.class);
    } else {
      assertThat(weigh(contrary)).isInstanceOf(HeadProof.Open.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, false",
    "1, 0, 0, 1, false",
    "1, 1, 0, 0, true",
    "0, 2, 0, 1, true",
    "0, 0, 2, 1, true",
    "0, 1, 0, 2, false"
  })
  void onlyMoreThanHalfOfAllSourcesConfirmTheClockWhateverTheyReport(
      int agree, int contrary, int behind, int silent, boolean confirmed) {
    assertThat(HeadProof.confirmsClock(answers(agree, contrary, behind, silent), HOUR, NOW))
        .isEqualTo(confirmed);
  }

  @Test
  void everySourceThatDoesNotConfirmIsNamedWithItsReason() {
    assertThat(noteOf(silent(), reports(LOG.head(), NOW)))
        .isEqualTo(
            "head-not-proven: 1 of 2 own block sources confirm the head: http://silent is silent"
                + " (timed out)");
    assertThat(noteOf(reports(LOG.head(), NOW - 3601)))
        .isEqualTo(
            "head-stale: 0 of 1 own block sources confirm the head: http://node calls block 77"
                + " final, which is 3601 s behind this clock");
    assertThat(noteOf(reports(LOG.head(), NOW + 61))).contains("which is 61 s ahead of this clock");
    assertThat(noteOf(reports(LOG.heads().get(1), NOW), silent()))
        .contains("http://node is still at sequence 1; http://silent is silent");
    assertThat(noteOf(reports(World.NOWHERE, NOW), silent()))
        .contains("http://node reports another head, 0x");
  }
}
