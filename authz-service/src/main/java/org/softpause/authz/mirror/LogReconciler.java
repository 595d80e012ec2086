package org.softpause.authz.mirror;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.DecisionState;
import org.softpause.authz.decision.Decisions;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.proof.BlockRef;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reconciles our log with what was read from the chain, in one transaction. */
@Component
class LogReconciler {
  private final EntityManager entities;
  private final LogEntryRepository rows;
  private final LogEntryWriter writer;
  private final ChainCursorRepository cursors;
  private final ServedRegistry registry;
  private final Decisions decisions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LogReconciler(
      EntityManager entities,
      LogEntryRepository rows,
      LogEntryWriter writer,
      ChainCursorRepository cursors,
      ServedRegistry registry,
      Decisions decisions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.writer = writer;
    this.cursors = cursors;
    this.registry = registry;
    this.decisions = decisions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What one pass over the chain has read and verified.
   *
   * @param entries everything anchored after the finalised block known before, up to {@code upTo}
   * @param upTo the last block read
   * @param finalised the latest finalised block within what was read
   */
  record Reading(List<LoggedEntry> entries, long upTo, BlockRef finalised) {}

  /** The first block that is not known to be final. */
  @Transactional
  public long firstUnsettledBlock() {
    return cursor()
        .finalised()
        .map(block -> block.number() + 1)
        .orElseGet(() -> registry.require().deploymentBlock());
  }

  /** The entries that a reading adds to our log. */
  @Transactional(readOnly = true)
  public List<LoggedEntry> unknown(Reading reading) {
    List<LogEntryRow> standing = standing(rows.findByFinalisedAtIsNullOrderBySequence(), reading);
    return after(standing, reading);
  }

  /**
   * Removes entries that are gone from the chain, adds new ones, and marks finalised ones.
   *
   * @param gasUsed the gas that each transaction of an unknown entry used
   */
  @Transactional
  public void reconcile(Reading reading, Map<Bytes32, Long> gasUsed) {
    List<LogEntryRow> pending = rows.findByFinalisedAtIsNullOrderBySequence();
    List<LogEntryRow> standing = standing(pending, reading);
    pending.subList(standing.size(), pending.size()).forEach(this::takeBack);
    entities.flush();
    List<AnchoredEntry> added =
        after(standing, reading).stream()
            .map(entry -> entry.paidWith(Objects.requireNonNull(gasUsed.get(entry.transaction()))))
            .toList();
    List<Long> settled = new ArrayList<>();
    for (LogEntryRow row : standing) {
      if (row.blockNumber() <= reading.finalised().number()) {
        settled.add(row.sequence());
      }
    }
    writer.finalise(settled, reading.finalised());
    writer.add(added, reading.finalised());
    ChainCursor cursor = cursor();
    cursor.readUpTo(reading.upTo(), clock.instant());
    cursor.finaliseAt(reading.finalised(), clock.instant());
  }

  /**
   * The entries that are still on the chain or that the reading does not reach: a row falls with
   * the one before it, on whose head it stands.
   */
  private static List<LogEntryRow> standing(List<LogEntryRow> pending, Reading reading) {
    Map<Long, LoggedEntry> read = new HashMap<>();
    reading.entries().forEach(entry -> read.put(entry.entry().sequence(), entry));
    return pending.stream().takeWhile(row -> stands(row, read, reading.upTo())).toList();
  }

  private static boolean stands(LogEntryRow row, Map<Long, LoggedEntry> read, long upTo) {
    LoggedEntry now = read.get(row.sequence());
    return now == null
        ? row.blockNumber() > upTo
        : now.blockHash().equals(row.blockHash()) && now.id().equals(row.decision());
  }

  private static List<LoggedEntry> after(List<LogEntryRow> standing, Reading reading) {
    long last = standing.isEmpty() ? 0 : standing.getLast().sequence();
    return reading.entries().stream().filter(entry -> entry.entry().sequence() > last).toList();
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
