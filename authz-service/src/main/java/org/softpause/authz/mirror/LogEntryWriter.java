package org.softpause.authz.mirror;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.committee.CommitteeSeating;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.DecisionState;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.signing.Certificates;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.Certificate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes entries of the log with the states of their decisions, in the caller's transaction. It
 * writes in batches and lets go of each batch: Hibernate compares everything that it holds before
 * each query, so that holding all would cost the square of their number.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LogEntryWriter {
  private static final int BATCH = 50;

  private final EntityManager entities;
  private final LogEntryRepository rows;
  private final Decisions decisions;
  private final Certificates certificates;
  private final CommitteeSeating seating;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LogEntryWriter(
      EntityManager entities,
      LogEntryRepository rows,
      Decisions decisions,
      Certificates certificates,
      CommitteeSeating seating,
      ApplicationEventPublisher events,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.decisions = decisions;
    this.certificates = certificates;
    this.seating = seating;
    this.events = events;
    this.clock = clock;
  }

  /** Adds entries in order; those up to the finalised block are final at once. */
  public void add(List<AnchoredEntry> entries, BlockRef finalised) {
    for (List<AnchoredEntry> batch : batches(entries)) {
      addBatch(batch, finalised);
    }
  }

  /** Marks entries that are stored already as final, in order. */
  public void finalise(List<Long> sequences, BlockRef finalised) {
    for (List<Long> batch : batches(sequences)) {
      finaliseBatch(rows.findBySequenceInOrderBySequence(batch), finalised);
    }
  }

  private void addBatch(List<AnchoredEntry> batch, BlockRef finalised) {
    Map<Bytes32, DecisionRecord> known =
        decisions.lock(batch.stream().map(AnchoredEntry::id).toList());
    List<Settled> settled = new ArrayList<>();
    for (AnchoredEntry entry : batch) {
      DecisionRecord record = anchored(entry, known.get(entry.id()));
      if (entry.blockNumber() <= finalised.number()) {
        makeFinal(record, finalised);
        settled.add(new Settled(entry, known.containsKey(entry.id())));
      }
    }
    certificates.keep(batch.stream().map(entry -> entry.entry().certificate()).toList());
    for (AnchoredEntry entry : batch) {
      LogEntryRow row = new LogEntryRow(entry);
      if (entry.blockNumber() <= finalised.number()) {
        row.finalise(clock.instant());
      }
      entities.persist(row);
    }
    write();
    settled.forEach(this::announce);
    write();
  }

  private DecisionRecord anchored(AnchoredEntry entry, @Nullable DecisionRecord known) {
    String detail = "transaction " + entry.transaction() + " in block " + entry.blockNumber();
    Certificate certificate = entry.entry().certificate();
    if (known == null) {
      return decisions.open(entry.id(), certificate.decision(), DecisionState.ANCHORED, detail);
    }
    decisions.move(known, DecisionState.ANCHORED, detail);
    return known;
  }

  private void finaliseBatch(List<LogEntryRow> batch, BlockRef finalised) {
    Map<Bytes32, DecisionRecord> known =
        decisions.lock(batch.stream().map(LogEntryRow::decision).toList());
    List<Settled> settled = new ArrayList<>();
    for (LogEntryRow row : batch) {
      row.finalise(clock.instant());
      makeFinal(Objects.requireNonNull(known.get(row.decision())), finalised);
      settled.add(new Settled(row.anchored(), true));
    }
    write();
    settled.forEach(this::announce);
    write();
  }

  private void makeFinal(DecisionRecord record, BlockRef finalised) {
    decisions.move(record, DecisionState.FINAL, "block " + finalised.number() + " is finalised");
  }

  /** An entry that is final now, and whether its decision had a record before it was read. */
  private record Settled(AnchoredEntry entry, boolean hadRecord) {}

  private void announce(Settled settled) {
    if (settled.hadRecord()) {
      events.publishEvent(new EntryFinalised(settled.entry().id()));
    }
    if (settled.entry().entry().certificate().decision() instanceof Rotate rotate) {
      seating.rotate(rotate);
    }
  }

  private void write() {
    entities.unwrap(Session.class).setJdbcBatchSize(BATCH);
    entities.flush();
    entities.clear();
  }

  private static <T> List<List<T>> batches(List<T> all) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH) {
      batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
    }
    return batches;
  }
}
