package org.softpause.protocol.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestCommittee;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;

class LogVerificationTest {
  private static final List<LogEntry> LOG = TestToken.LOG;

  private static void refuse(Rule rule, RegistryState stored, Attestation attestation) {
    assertRefused(rule, () -> LogVerification.advance(stored, attestation));
  }

  @Test
  void anHonestTokenLeadsToItsHeadFromWhereverTheAgentStands() {
    for (int known = 1; known <= 3; known++) {
      RegistryState state =
          LogVerification.advance(TestToken.stateAt(known), TestToken.attestation(1, 3));
      assertThat(state).isEqualTo(TestToken.stateAt(3));
    }
  }

  @Test
  void anOlderTokenAfterANewerOneIsARollback() {
    refuse(Rule.LOG_ROLLBACK, TestToken.stateAt(3), TestToken.attestation(0, 2));
  }

  @Test
  void anAgentTooFarBehindFetchesPagesFirst() {
    RegistryState behind = TestToken.stateAt(0);
    Attestation token = TestToken.attestation(2, 3);
    refuse(Rule.LOG_GAP, behind, token);
    RegistryState caughtUp = LogVerification.replay(behind, LOG.subList(0, 2));
    assertThat(LogVerification.advance(caughtUp, token).sequence()).isEqualTo(3);
  }

  @Test
  void aLogThatLeavesTheNewestDecisionOutDoesNotReachItsHead() {
    Bytes32 head = TestToken.stateAt(3).head();
    refuse(
        Rule.LOG_SEQUENCE_BROKEN,
        TestToken.stateAt(1),
        TestToken.attestation(3, head, 1, LOG.subList(1, 2)));
    refuse(
        Rule.LOG_HEAD_MISMATCH,
        TestToken.stateAt(1),
        TestToken.attestation(2, head, 1, LOG.subList(1, 2)));
  }

  @Test
  void aLogWithADecisionLeftOutOfItsMiddleIsRefused() {
    Bytes32 head = TestToken.stateAt(3).head();
    List<LogEntry> gap = List.of(LOG.get(0), LOG.get(2));
    refuse(Rule.LOG_SEQUENCE_BROKEN, TestRegistry.state(), TestToken.attestation(3, head, 0, gap));
    LogEntry renumbered = new LogEntry(2, NOW + 2, LOG.get(2).certificate());
    refuse(
        Rule.SLOT_NOT_OCCUPIED,
        TestRegistry.state(),
        TestToken.attestation(2, head, 0, List.of(LOG.get(0), renumbered)));
  }

  @Test
  void everyEntryStandsAtItsSequenceEvenWhereItIsKnown() {
    Bytes32 head = TestToken.stateAt(3).head();
    List<LogEntry> swapped = List.of(LOG.get(1), LOG.get(0), LOG.get(2));
    refuse(
        Rule.LOG_SEQUENCE_BROKEN, TestToken.stateAt(3), TestToken.attestation(3, head, 0, swapped));
  }

  @Test
  void anotherHeadAtTheSequenceKnownIsAFork() {
    refuse(
        Rule.LOG_FORK, TestToken.stateAt(3), TestToken.attestation(3, Bytes32.ZERO, 3, List.of()));
  }

  @Test
  void aCertificateWithoutItsSignatureIsRefusedWhereItStands() {
    Pause pause = new PauseBuilder().ceilingBps(100).build();
    Certificate stolen =
        new Certificate(TestRegistry.DOMAIN, pause, LOG.get(1).certificate().signatures());
    List<LogEntry> log = new ArrayList<>(LOG.subList(0, 2));
    log.set(1, new LogEntry(2, NOW + 1, stolen));
    refuse(
        Rule.SIGNATURE_INVALID,
        TestRegistry.state(),
        TestToken.attestation(2, Bytes32.ZERO, 0, log));
  }

  @Test
  void anEntryMovedInTimeLeadsToAnotherHead() {
    List<LogEntry> log = new ArrayList<>(LOG);
    log.set(2, new LogEntry(3, NOW + 50, LOG.get(2).certificate()));
    refuse(
        Rule.LOG_HEAD_MISMATCH,
        TestRegistry.state(),
        TestToken.attestation(3, TestToken.stateAt(3).head(), 0, log));
  }

  @Test
  void keysThatTheLogItselfHandsOnVerifyWhatFollows() {
    TestCommittee dave = TestCommittee.civil("dave's body");
    TestCommittee erin = TestCommittee.civil("erin's body");
    RegistryState state = TestRegistry.state();
    List<LogEntry> log = new ArrayList<>();
    state = anchor(log, state, rotate(0, dave), dave, erin);
    state = anchor(log, state, new PauseBuilder().epoch(1).build(), dave, erin);
    state = anchor(log, state, rotate(1, erin), dave, erin);
    state = anchor(log, state, new PauseBuilder().epoch(2).slot(1).build(), dave, erin);
    Attestation token = TestToken.attestation(4, state.head(), 0, log);
    assertThat(LogVerification.advance(TestRegistry.state(), token)).isEqualTo(state);

    List<LogEntry> old = new ArrayList<>(log);
    Pause byThoseWhoLeft = new PauseBuilder().epoch(2).slot(1).build();
    old.set(
        3,
        new LogEntry(
            4,
            NOW + 3,
            new Certificate(
                TestRegistry.DOMAIN,
                byThoseWhoLeft,
                List.of(dave.sign(byThoseWhoLeft.id(TestRegistry.DOMAIN))))));
    refuse(
        Rule.SIGNATURE_INVALID,
        TestRegistry.state(),
        TestToken.attestation(4, state.head(), 0, old));
  }

  private static RegistryState anchor(
      List<LogEntry> log, RegistryState state, Decision decision, TestCommittee... others) {
    Certificate certificate = TestRegistry.certify(state, decision, others);
    log.add(new LogEntry(state.sequence() + 1, NOW + state.sequence(), certificate));
    return state.apply(log.getLast());
  }

  private static Rotate rotate(long epoch, TestCommittee successor) {
    return new Rotate(
        MandateName.STANDING,
        epoch,
        MandateName.STANDING,
        epoch,
        List.of(successor.key()),
        NOW,
        NOW + 600,
        Bytes32.ZERO);
  }

  @Test
  void noEntryIsYoungerThanTheTokensBlock() {
    refuse(Rule.LOG_AFTER_BLOCK, TestRegistry.state(), atBlockOf(NOW + 1));
    assertThat(LogVerification.advance(TestRegistry.state(), atBlockOf(NOW + 2)))
        .as("the last entry is anchored in this block")
        .isEqualTo(TestToken.stateAt(3));
  }

  private static Attestation atBlockOf(long timestamp) {
    Attestation honest = TestToken.attestation(0, 3);
    return new Attestation(
        honest.domain(),
        3,
        honest.head(),
        new BlockRef(100, Bytes32.ZERO, timestamp),
        0,
        honest.log(),
        List.of(),
        Optional.empty());
  }
}
