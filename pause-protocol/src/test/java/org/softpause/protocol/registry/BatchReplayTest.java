package org.softpause.protocol.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Signature;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;

class BatchReplayTest {
  private final BatchReplay replay =
      new BatchReplay(TestRegistry.state(), new SeededRandom(20_261_123));

  /** Drills that follow one another in a slot. */
  private static List<LogEntry> drills(int count) {
    List<LogEntry> log = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long now = NOW + 100L * i;
      Pause drill =
          new PauseBuilder()
              .slot(10)
              .drill(true)
              .proposedAt(now)
              .anchorBy(now)
              .effectiveAt(now)
              .expiresAt(now + 20)
              .build();
      log.add(new LogEntry(i + 1, now, TestRegistry.certify(drill)));
    }
    return log;
  }

  private static LogEntry signedBy(LogEntry entry, List<Signature> signatures) {
    Certificate certificate = entry.certificate();
    return new LogEntry(
        entry.sequence(),
        entry.anchoredAt(),
        new Certificate(certificate.domain(), certificate.decision(), signatures));
  }

  @Test
  void leadsToTheStateThatEntryByEntryLeadsTo() {
    RegistryState one = TestRegistry.state();
    for (LogEntry entry : drills(12)) {
      one = one.apply(entry);
      replay.append(entry);
    }
    assertThat(replay.settle()).isEmpty();
    assertThat(replay.state()).isEqualTo(one);
  }

  @Test
  void everyEntryWithAWrongSignatureIsNamedAndNoOther() {
    List<LogEntry> log = drills(12);
    List<Signature> others = log.get(1).certificate().signatures();
    for (LogEntry entry : log) {
      boolean wrong = entry.sequence() == 5 || entry.sequence() == 9;
      replay.append(wrong ? signedBy(entry, others) : entry);
    }
    assertThat(replay.settle()).containsExactly(5L, 9L);
    assertThat(replay.settle()).containsExactly(5L, 9L);
  }

  @Test
  void aSignatureTooFewIsRefusedAtOnceAndTheStateStays() {
    LogEntry entry = drills(1).getFirst();
    List<Signature> one = entry.certificate().signatures().subList(0, 1);
    assertRefused(Rule.WRONG_SIGNATURE_COUNT, () -> replay.append(signedBy(entry, one)));
    assertThat(replay.state()).isEqualTo(TestRegistry.state());
  }

  @Test
  void boundsAndSequenceAreHeldAtOnce() {
    List<LogEntry> log = drills(2);
    assertRefused(Rule.LOG_SEQUENCE_BROKEN, () -> replay.append(log.get(1)));
    LogEntry late = new LogEntry(1, log.getFirst().anchoredAt() + 1, log.getFirst().certificate());
    assertRefused(Rule.ANCHOR_BY_PASSED, () -> replay.append(late));
  }
}
