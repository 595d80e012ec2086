package org.softpause.agent.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.agent.world.ShownTokens.LOG;
import static org.softpause.agent.world.ShownTokens.NOW;
import static org.softpause.agent.world.ShownTokens.attest;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.world.ShownTokens;
import org.softpause.agent.world.World;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Attestation;

/** The log that a token carries follows the agent's own without a gap, a fork or a step back. */
class ShownLogTest {
  /** The log with the lift of the pause. */
  private static final VerifiedLog LIFTED =
      LOG.with(List.of(ShownTokens.next(ShownTokens.lift(NOW - 1), NOW - 1)));

  private static Attestation changed(
      Attestation token, long sequence, Bytes32 head, List<LogEntry> log) {
    return new Attestation(
        token.domain(),
        sequence,
        head,
        token.block(),
        token.from(),
        log,
        token.pending(),
        token.anchorProof());
  }

  private static VerifiedLog check(int known, Attestation token, List<LogEntry> gap) {
    LogCheck check = new LogCheck(LIFTED.upTo(known), token, gap);
    VerifiedLog log = check.everyCertificateVerifies();
    check.chainsOntoOurHead(log);
    return log;
  }

  private static void isRefused(Rule rule, int known, Attestation token) {
    assertThatThrownBy(() -> check(known, token, List.of()))
        .isInstanceOfSatisfying(
            RuleViolation.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  @Test
  void whateverTheTokenCarriesBeyondTheAgentsLogIsAdded() {
    for (int known = 0; known <= 3; known++) {
      for (int from = 0; from <= known; from++) {
        assertThat(check(known, attest(LIFTED, from, NOW), List.of())).isEqualTo(LIFTED);
      }
    }
  }

  @Test
  void theEntriesBetweenBothLogsMayComeApartFromTheToken() {
    Attestation token = attest(LIFTED, 2, NOW);
    assertThat(check(0, token, LIFTED.entries().subList(0, 2))).isEqualTo(LIFTED);
    isRefused(Rule.LOG_GAP, 1, token);
    isRefused(Rule.LOG_GAP, 0, token);
  }

  @Test
  void aLogWithoutAnyEntryLeavesTheAgentsAsItIs() {
    assertThat(check(3, attest(LIFTED, 3, NOW), List.of())).isEqualTo(LIFTED);
  }

  @Test
  void everyEntryStandsAtTheSequenceThatItNames() {
    Attestation token = attest(LIFTED, 1, NOW);
    List<LogEntry> swapped = new ArrayList<>(token.log().reversed());
    isRefused(Rule.LOG_SEQUENCE_BROKEN, 1, changed(token, 3, token.head(), swapped));
    assertThatThrownBy(
            () -> check(1, changed(token, 3, token.head(), token.log().subList(1, 2)), List.of()))
        .hasMessageContaining("entry 3 stands where entry 2 belongs");
  }

  @Test
  void aTokenThatEndsBeforeTheAgentsLogIsARollbackIfItsHeadIsKnownAndElseAFork() {
    for (int length = 0; length < 3; length++) {
      Attestation older = attest(LIFTED.upTo(length), 0, NOW);
      isRefused(Rule.LOG_ROLLBACK, 3, older);
      isRefused(Rule.LOG_FORK, 3, changed(older, length, World.NOWHERE, older.log()));
    }
  }

  @Test
  void anotherHeadAtTheAgentsOwnSequenceIsAFork() {
    Attestation token = attest(LIFTED, 0, NOW);
    isRefused(Rule.LOG_FORK, 3, changed(token, 3, World.NOWHERE, token.log()));
  }

  @Test
  void aKnownDecisionAnchoredAtAnotherTimeIsAForkAndNamesBothHeads() {
    Attestation token = attest(LIFTED, 0, NOW);
    List<LogEntry> moved = new ArrayList<>(token.log());
    LogEntry pause = moved.get(1);
    moved.set(1, new LogEntry(2, pause.anchoredAt() + 1, pause.certificate()));
    assertThatThrownBy(() -> check(3, changed(token, 3, token.head(), moved), List.of()))
        .hasMessageContaining("at sequence 2 ")
        .hasMessageContaining("the service has equivocated");
    isRefused(Rule.LOG_FORK, 3, changed(token, 3, token.head(), moved));
  }

  @Test
  void anotherDecisionInThePlaceOfAKnownOneIsAForkThoughTimeAndHeadAreTheSame() {
    Attestation token = attest(LIFTED, 0, NOW);
    List<LogEntry> edited = new ArrayList<>(token.log());
    edited.set(
        1,
        new LogEntry(
            2, World.BEGINNING, ShownTokens.certify(ShownTokens.pause(1, World.BEGINNING - 5))));
    isRefused(Rule.LOG_FORK, 3, changed(token, 3, token.head(), edited));
  }

  @Test
  void theLogLeadsToTheHeadAndTheSequenceThatTheTokenAttests() {
    Attestation token = attest(LIFTED, 1, NOW);
    isRefused(Rule.LOG_HEAD_MISMATCH, 1, changed(token, 3, World.NOWHERE, token.log()));
    isRefused(Rule.LOG_HEAD_MISMATCH, 1, changed(token, 4, token.head(), token.log()));
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true"})
  void theBlockIsNotOlderThanTheNewestEntry(long blockTime, boolean accepted) {
    Attestation token = attest(LIFTED, 1, NOW + blockTime);
    if (accepted) {
      assertThat(check(1, token, List.of())).isEqualTo(LIFTED);
    } else {
      isRefused(Rule.LOG_AFTER_BLOCK, 1, token);
    }
  }
}
