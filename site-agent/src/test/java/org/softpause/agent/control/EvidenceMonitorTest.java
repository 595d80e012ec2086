package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.agent.world.ShownTokens.NOW;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.EvidenceVerdict;
import org.softpause.agent.verify.Verification;
import org.softpause.agent.world.ShownTokens;
import org.softpause.agent.world.World;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;

/** A verdict permits a rise only while it is fresh and undisputed. */
class EvidenceMonitorTest {
  private static final Duration STANDS = Duration.ofSeconds(10);

  private AgentState state = ShownTokens.state(2, World.BEGINNING);
  private long nanos = -5;
  private final EvidenceMonitor monitor =
      new EvidenceMonitor(new Verification(Duration.ofHours(1)), STANDS, () -> nanos);

  private void judge(Bytes32 headOfSources) {
    Evidence evidence =
        new Evidence(
            ShownTokens.token(ShownTokens.attest(ShownTokens.LOG, 0, NOW), NOW),
            List.of(),
            List.of(ShownTokens.reports(headOfSources, NOW)));
    state = monitor.judge(state, evidence, NOW);
  }

  private void judgeProof() {
    judge(state.log().head());
  }

  private void judgeDisagreement() {
    judge(World.NOWHERE);
  }

  @Test
  void nothingRisesBeforeTheFirstEvidence() {
    assertThat(monitor.mayRaise()).isFalse();
    assertThat(monitor.verdict())
        .isEqualTo(new EvidenceVerdict.Absent("nothing was fetched since the start"));
  }

  @Test
  void aProofStandsForItsTimeAndNotANanosecondLonger() {
    nanos += Duration.ofHours(2).toNanos();
    judgeProof();
    nanos += STANDS.toNanos();
    assertThat(monitor.mayRaise()).isTrue();
    assertThat(monitor.verdict()).isInstanceOf(EvidenceVerdict.Accepted.class);
    nanos++;
    assertThat(monitor.mayRaise()).isFalse();
    assertThat(monitor.verdict())
        .isEqualTo(new EvidenceVerdict.Absent("nothing was fetched for 10 s"));
  }

  @Test
  void aFirstDisagreementStopsARiseAndKeepsTheVerdictWithItsAge() {
    judgeProof();
    nanos += STANDS.toNanos();
    judgeDisagreement();
    assertThat(monitor.mayRaise()).isFalse();
    assertThat(monitor.verdict()).isInstanceOf(EvidenceVerdict.Accepted.class);
    nanos++;
    assertThat(monitor.verdict()).isInstanceOf(EvidenceVerdict.Absent.class);
  }

  @Test
  void aSecondDisagreementInARowRefuses() {
    judgeProof();
    judgeDisagreement();
    judgeDisagreement();
    assertThat(monitor.mayRaise()).isFalse();
    assertThat(monitor.verdict())
        .isInstanceOfSatisfying(
            EvidenceVerdict.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.HEAD_DISAGREES));
  }

  @Test
  void aRefusalUnderAnyOtherRuleCountsAtOnce() {
    judgeProof();
    Evidence expired =
        new Evidence(
            ShownTokens.token(ShownTokens.attest(ShownTokens.LOG, 0, NOW), NOW - 300),
            List.of(),
            List.of(ShownTokens.reports(ShownTokens.LOG.head(), NOW)));
    monitor.judge(state, expired, NOW);
    assertThat(monitor.verdict())
        .isInstanceOfSatisfying(
            EvidenceVerdict.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.TOKEN_EXPIRED));
  }

  @Test
  void aProofEndsTheDoubt() {
    judgeProof();
    judgeDisagreement();
    judgeProof();
    assertThat(monitor.mayRaise()).isTrue();
    judgeDisagreement();
    assertThat(monitor.verdict())
        .as("this disagreement is a first one again")
        .isInstanceOf(EvidenceVerdict.Accepted.class);
  }
}
