package org.softpause.agent.control;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.agent.world.ShownTokens.LOG;
import static org.softpause.agent.world.ShownTokens.NOW;
import static org.softpause.agent.world.ShownTokens.attest;
import static org.softpause.agent.world.ShownTokens.token;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.agent.config.AgentLimits;
import org.softpause.agent.fetch.BoundedHttpClient;
import org.softpause.agent.fetch.EvidenceFetcher;
import org.softpause.agent.fetch.LogPageFetcher;
import org.softpause.agent.fetch.TokenLogStart;
import org.softpause.agent.plan.CeilingPlan;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.EnforcedLevel;
import org.softpause.agent.verify.EvidenceVerdict;
import org.softpause.agent.verify.TokenAnswer;
import org.softpause.agent.world.ShownTokens;
import org.softpause.protocol.Rule;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.token.Assurance;
import org.softpause.protocol.token.TokenVerifier;

/** What a check without orders tells a person and a machine. */
class DryRunTest {
  private static final AgentState STATE = ShownTokens.state(1, NOW);
  private static final EvidenceVerdict ACCEPTED =
      new EvidenceVerdict.Accepted(Assurance.CHAINED, LOG, 0, List.of(), List.of(), List.of());
  private static final EvidenceVerdict REFUSED =
      new EvidenceVerdict.Refused(Rule.TOKEN_EXPIRED, "expired at 9");

  private static DryRun run(EvidenceVerdict verdict) {
    return new DryRun(verdict, STATE, new CeilingPlan(3000, 20_000, "", "because"), 2500);
  }

  private static String json(EvidenceVerdict verdict) {
    return new String(CanonicalJson.encode(run(verdict).toJson()), StandardCharsets.UTF_8);
  }

  @Test
  void theExitCodeTellsAnAcceptedTokenFromARefusedAndAMissingOne() {
    assertThat(run(ACCEPTED).exitCode()).isZero();
    assertThat(run(REFUSED).exitCode()).isEqualTo(1);
    assertThat(run(new EvidenceVerdict.Absent("away")).exitCode()).isEqualTo(3);
  }

  @Test
  void theTokensLogIsShownIfItIsAcceptedAndElseTheAgents() {
    assertThat(run(ACCEPTED).line())
        .contains("assurance CHAINED, sequence 2, head " + LOG.head())
        .endsWith("; the ceiling would be 25.00 %: because");
    assertThat(run(REFUSED).line())
        .contains("assurance NONE, sequence 1, head " + LOG.heads().get(1));
  }

  @Test
  void theMachineIsToldTheSame() {
    assertThat(json(REFUSED))
        .contains("\"verdict\":\"refused\"")
        .contains("\"rule\":\"token-expired\"")
        .contains("\"detail\":\"expired at 9\"")
        .contains("\"assurance\":\"NONE\"")
        .contains("\"sequence\":1")
        .contains("\"head\":\"" + LOG.heads().get(1) + "\"")
        .contains("\"ceilingBps\":2500")
        .contains("\"why\":\"because\"");
    assertThat(json(ACCEPTED)).contains("\"head\":\"" + LOG.head() + "\"");
  }

  @Test
  void aTokenIsJudgedAndPlannedForAndWithoutAProofNothingRises() throws Exception {
    EvidenceFetcher fetcher =
        new EvidenceFetcher(
            () -> ((TokenAnswer.Fetched) token(attest(LOG, 0, NOW), NOW)).bytes(),
            new LogPageFetcher(new BoundedHttpClient(ofSeconds(1)), URI.create("http://unasked")),
            List.of(),
            new TokenLogStart(
                new TokenVerifier(
                    STATE.enrolment().serviceKey(), STATE.enrolment().deployment().domain()),
                Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC)));
    AgentLimits limits = new AgentLimits(ofSeconds(1), ofHours(1), ofHours(1), 1000);
    AgentState state = ShownTokens.state(1, 0).withEnforced(new EnforcedLevel(300, 300));
    DryRun run = DryRun.of(state, fetcher, limits, NOW);
    assertThat(run.verdict())
        .isInstanceOfSatisfying(
            EvidenceVerdict.Accepted.class,
            accepted -> assertThat(accepted.assurance()).isEqualTo(Assurance.CHAINED));
    assertThat(run.after().overlay().entries()).hasSize(1);
    assertThat(run.plan().targetBps()).isEqualTo(10_000);
    assertThat(run.targetBps()).isEqualTo(300);
  }
}
