package org.softpause.agent.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.agent.world.ShownTokens.LOG;
import static org.softpause.agent.world.ShownTokens.NOW;
import static org.softpause.agent.world.ShownTokens.attest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.world.ShownTokens;
import org.softpause.agent.world.World;
import org.softpause.frost.Signature;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Attestation;

/**
 * The agent's log holds signatures that do not verify, as if it had verified others under the same
 * decisions. So verifying any of its entries even once more is refused, and seen.
 */
class LogCheckTest {
  /** The registry's log, one entry longer than the agent's. */
  private static final VerifiedLog TRUTH =
      LOG.with(List.of(ShownTokens.next(ShownTokens.lift(NOW - 1), NOW - 1)));

  private VerifiedLog known;

  @BeforeEach
  void aLogWhoseSignaturesDoNotVerify() {
    List<LogEntry> entries = new ArrayList<>();
    Signature ofNothing = TRUTH.entries().getLast().certificate().signatures().getFirst();
    for (LogEntry entry : LOG.entries()) {
      entries.add(signed(entry, ofNothing));
    }
    known = new VerifiedLog(LOG.registry(), entries, LOG.heads());
  }

  @Test
  void entriesThatTheAgentKnowsAreNotVerifiedAgainUnderOtherSignatures() {
    List<LogEntry> shown = TRUTH.entries().subList(0, known.length());
    assertThat(check(shown).everyCertificateVerifies()).isEqualTo(known);
  }

  @Test
  void anEntryThatSaysSomethingElseIsVerifiedWithoutThoseBeforeIt() {
    List<LogEntry> shown = new ArrayList<>(TRUTH.entries().subList(0, known.length()));
    LogEntry last = shown.removeLast();
    shown.add(new LogEntry(last.sequence(), last.anchoredAt() + 1, last.certificate()));
    isRefused(Rule.LOG_FORK, shown);
  }

  @Test
  void anEntryThatSaysSomethingElseUnsignedEndsTheCheck() {
    List<LogEntry> shown = new ArrayList<>();
    for (LogEntry entry : known.entries()) {
      shown.add(new LogEntry(entry.sequence(), entry.anchoredAt() + 1, entry.certificate()));
    }
    isRefused(Rule.SIGNATURE_INVALID, shown);
  }

  private void isRefused(Rule rule, List<LogEntry> shown) {
    assertThatThrownBy(() -> check(shown).everyCertificateVerifies())
        .isInstanceOfSatisfying(
            RuleViolation.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  private LogCheck check(List<LogEntry> shown) {
    Attestation honest = attest(TRUTH, 0, NOW);
    Attestation token =
        new Attestation(
            honest.domain(),
            shown.size(),
            World.NOWHERE,
            honest.block(),
            0,
            shown,
            List.of(),
            Optional.empty());
    return new LogCheck(known, token, List.of());
  }

  private static LogEntry signed(LogEntry entry, Signature signature) {
    Certificate certificate = entry.certificate();
    return new LogEntry(
        entry.sequence(),
        entry.anchoredAt(),
        new Certificate(certificate.domain(), certificate.decision(), List.of(signature)));
  }
}
