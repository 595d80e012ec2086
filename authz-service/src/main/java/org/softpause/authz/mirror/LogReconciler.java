package org.softpause.authz.mirror;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.softpause.authz.committee.CommitteeSeating;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.DecisionState;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.signing.Certificates;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.proof.BlockRef;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reconciles our log with what was read from the chain, in one transaction. */
@Component
class LogReconciler {
  private final EntityManager entities;
  private final LogEntryRepository rows;
  private final ChainCursorRepository cursors;
  private final ServedRegistry registry;
  private final Decisions decisions;
  private final Certificates certificates;
  private final CommitteeSeating seating;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LogReconciler(
      EntityManager entities,
      LogEntryRepository rows,
      ChainCursorRepository cursors,
      ServedRegistry registry,
      Decisions decisions,
      Certificates certificates,
      CommitteeSeating seating,
      ApplicationEventPublisher events,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.cursors = cursors;
    this.registry = registry;
    this.decisions = decisions;
    this.certificates = certificates;
    this.seating = seating;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What one pass over the chain has read.
   *
   * @param entries everything anchored after the finalised block known before, up to {@code upTo}
   * @param upTo the last block read
   * @param finalised the latest finalised block within what was read
   */
  record Reading(List<AnchoredEntry> entries, long upTo, BlockRef finalised) {}

  /** The first block that is not known to be final. */
  @Transactional
  public long firstUnsettledBlock() {
    return cursor()
        .finalised()
        .map(block -> block.number() + 1)
        .orElseGet(() -> registry.require().deploymentBlock());
  }

  /** Removes entries that are gone from the chain, adds new ones, and marks finalised ones. */
  @Transactional
  public void reconcile(Reading reading) {
    Map<Long, AnchoredEntry> read = new HashMap<>();
    reading.entries().forEach(entry -> read.put(entry.entry().sequence(), entry));
    for (LogEntryRow row : rows.findByFinalisedAtIsNullOrderBySequence()) {
      AnchoredEntry now = read.get(row.sequence());
      if (now != null
          && now.blockHash().equals(row.blockHash())
          && now.id().equals(row.decision())) {
        read.remove(row.sequence());
      } else {
        takeBack(row);
      }
    }
    entities.flush();
    reading.entries().stream()
        .filter(entry -> read.containsKey(entry.entry().sequence()))
        .forEach(this::add);
    finalise(reading);
  }

  private void takeBack(LogEntryRow row) {
    DecisionRecord record = decisions.lock(row.decision());
    entities.remove(row);
    events.publishEvent(new EntryTakenBack(record.id()));
    decisions.move(
        record,
        DecisionState.ANCHORING,
        "block " + row.blockHash() + " is no longer part of the chain");
  }

  private void add(AnchoredEntry entry) {
    String detail = "transaction " + entry.transaction() + " in block " + entry.blockNumber();
    if (decisions.find(entry.id()).isPresent()) {
      decisions.move(decisions.lock(entry.id()), DecisionState.ANCHORED, detail);
    } else {
      decisions.open(
          entry.id(), entry.entry().certificate().decision(), DecisionState.ANCHORED, detail);
      entities.flush();
    }
    certificates.keep(entry.entry().certificate());
    entities.persist(new LogEntryRow(entry));
    entities.flush();
  }

  private void finalise(Reading reading) {
    for (LogEntryRow row : rows.findByFinalisedAtIsNullOrderBySequence()) {
      if (row.blockNumber() <= reading.finalised().number()) {
        row.finalise(clock.instant());
        decisions.move(
            decisions.lock(row.decision()),
            DecisionState.FINAL,
            "block " + reading.finalised().number() + " is finalised");
        events.publishEvent(new EntryFinalised(row.decision()));
        if (row.anchored().entry().certificate().decision() instanceof Rotate rotate) {
          seating.rotate(rotate);
        }
      }
    }
    ChainCursor cursor = cursor();
    cursor.readUpTo(reading.upTo(), clock.instant());
    cursor.finaliseAt(reading.finalised(), clock.instant());
  }

  private ChainCursor cursor() {
    return cursors
        .findByOnlyTrue()
        .orElseGet(
            () -> {
              var first = new ChainCursor(registry.require().deploymentBlock(), clock.instant());
              entities.persist(first);
              return first;
            });
  }
}
