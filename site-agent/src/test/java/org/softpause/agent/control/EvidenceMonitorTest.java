package org.softpause.agent.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.EvidenceVerdict;
import org.softpause.agent.verify.SourceAnswer;
import org.softpause.agent.verify.TokenAnswer;
import org.softpause.agent.verify.Verification;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;

/** A verdict permits a rise only while it is fresh and undisputed. */
class EvidenceMonitorTest {
  private static final Duration STANDS = Duration.ofSeconds(10);

  @TempDir Path folder;
  private World world;
  private AgentState state;
  private EvidenceMonitor monitor;
  private long nanos = -5;

  @BeforeEach
  void begin() {
    world = World.live(folder);
    state = TestAgent.enrolled(world, SiteRecords.TRAINING).state();
    monitor = new EvidenceMonitor(new Verification(Duration.ofHours(1)), STANDS, () -> nanos);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private void judge(Bytes32 headOfSources) {
    byte[] token = world.service().sign(world.service().truth()).getBytes(US_ASCII);
    long now = world.clock().seconds();
    SourceAnswer source =
        new SourceAnswer.Head(URI.create("http://node"), 7, World.NOWHERE, now, headOfSources);
    state =
        monitor.judge(
            state, new Evidence(new TokenAnswer.Fetched(token), List.of(), List.of(source)), now);
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
