package org.softpause.agent.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.state.VerifiedLog;
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
  @TempDir Path folder;
  private World world;
  private VerifiedLog known;
  private VerifiedLog truth;

  @BeforeEach
  void aLogWhoseSignaturesDoNotVerify() {
    world = World.live(folder);
    world.anchorLift(world.anchorPause());
    truth = world.registry().log();
    List<LogEntry> entries = new ArrayList<>();
    Signature ofNothing = truth.entries().getLast().certificate().signatures().getFirst();
    for (LogEntry entry : truth.entries().subList(0, truth.length() - 1)) {
      entries.add(signed(entry, ofNothing));
    }
    known =
        new VerifiedLog(
            truth.upTo(truth.length() - 1).registry(),
            entries,
            truth.heads().subList(0, truth.length()));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void entriesThatTheAgentKnowsAreNotVerifiedAgainUnderOtherSignatures() {
    List<LogEntry> shown = truth.entries().subList(0, known.length());
    assertThat(check(shown).everyCertificateVerifies()).isEqualTo(known);
  }

  @Test
  void anEntryThatSaysSomethingElseIsVerifiedWithoutThoseBeforeIt() {
    List<LogEntry> shown = new ArrayList<>(truth.entries().subList(0, known.length()));
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
    Attestation token =
        new Attestation(
            world.registry().deployment().domain(),
            shown.size(),
            World.NOWHERE,
            world.service().truth().block(),
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
