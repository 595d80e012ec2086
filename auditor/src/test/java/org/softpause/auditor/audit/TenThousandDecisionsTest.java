package org.softpause.auditor.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.softpause.auditor.history.CeilingTimeline;
import org.softpause.auditor.history.RegistryHistory;
import org.softpause.auditor.world.EncodedEvents;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;

/** Measures the auditor's work on a long log, compared with verifying single signatures. */
@Tag("deep")
class TenThousandDecisionsTest {
  private static final int DECISIONS = 10_000;

  @Test
  void areAudited() {
    List<EventLog> events = events();
    long before = System.nanoTime();
    RebuiltLog book = new RebuiltLog(TestRegistry.DOMAIN, new SeededRandom(1));
    events.forEach(book::accept);
    assertThat(book.badSignatures()).isEmpty();
    long replayed = System.nanoTime();
    CeilingTimeline timeline =
        RegistryHistory.of(TestRegistry.genesis(), book.entries(), NOW + 100L * DECISIONS)
            .timeline();
    long drawn = System.nanoTime();
    assertThat(book.entries()).hasSize(DECISIONS);
    assertThat(timeline.lanes()).isNotEmpty();
    double one = oneByOne(book.entries().subList(0, 200)) / 200;
    System.out.printf(
        "auditor: %d decisions, 2 signatures each: %.2f s replay, %.2f s timeline;"
            + " one by one the signatures alone: %.2f s (ratio %.2f); heap in use %d MiB, events"
            + " included%n",
        DECISIONS,
        (replayed - before) / 1e9,
        (drawn - replayed) / 1e9,
        one * DECISIONS,
        (replayed - before) / 1e9 / (one * DECISIONS),
        usedMebibytes());
  }

  private static long usedMebibytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  /** Returns the duration in seconds. */
  private static double oneByOne(List<AuditedEntry> entries) {
    List<CommitteeKey> keys = TestRegistry.genesis().committees(MandateName.STANDING);
    long before = System.nanoTime();
    for (AuditedEntry entry : entries) {
      for (int i = 0; i < keys.size(); i++) {
        keys.get(i)
            .key()
            .verify(entry.id().bytes(), entry.entry().certificate().signatures().get(i));
      }
    }
    return (System.nanoTime() - before) / 1e9;
  }

  private static List<EventLog> events() {
    List<EventLog> events = new ArrayList<>();
    events.add(EncodedEvents.genesis(TestRegistry.genesis()));
    RegistryState state = TestRegistry.state();
    for (int i = 0; i < DECISIONS; i++) {
      long now = NOW + 100L * i;
      LogEntry entry = TestRegistry.entry(state, pause(i, now), now);
      state = state.apply(entry);
      events.add(EncodedEvents.anchored(entry, state.head()));
    }
    return events;
  }

  private static Pause pause(int i, long now) {
    return new PauseBuilder()
        .slot(i % 10)
        .regions(i % 3 == 0 ? List.of() : List.of(1 + i % 200, 300 + i % 90))
        .hardwareClasses(1 + i % 7)
        .ceilingBps(100 + i % 9_000)
        .proposedAt(now)
        .anchorBy(now)
        .effectiveAt(now)
        .expiresAt(now + 400)
        .build();
  }
}
