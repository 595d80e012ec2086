package org.softpause.authz.anchoring;

import static java.util.stream.Collectors.toSet;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.DecisionState;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.decision.RefusedByRegistry;
import org.softpause.authz.mirror.EntryFinalised;
import org.softpause.authz.mirror.EntryTakenBack;
import org.softpause.authz.signing.DecisionCertified;
import org.softpause.protocol.Bytes32;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transactional outbox of certificates: what is to be anchored and which transactions were
 * recorded for it. Each step is one database transaction, and none talks to the chain.
 */
@Component
class Outbox implements RefusedByRegistry {
  private static final List<DecisionState> WAITING =
      List.of(DecisionState.CERTIFIED, DecisionState.ANCHORING);

  private final EntityManager entities;
  private final OutboxRepository rows;
  private final Decisions decisions;
  private final Lease lease;
  private final Clock clock;

  Outbox(
      EntityManager entities,
      OutboxRepository rows,
      Decisions decisions,
      Lease lease,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.decisions = decisions;
    this.lease = lease;
    this.clock = clock;
  }

  /** A certificate and its row in the outbox are stored together. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(DecisionCertified certified) {
    enqueue(certified.decision().id());
  }

  /** A decision whose entry was taken back has to be anchored again. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(EntryTakenBack entry) {
    enqueue(entry.decision());
  }

  /** Nothing more is expected of the transactions of a decision that is final. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(EntryFinalised entry) {
    settleAll(entry.decision());
  }

  private void enqueue(Bytes32 decision) {
    if (rows.findByDecision(decision).isEmpty()) {
      entities.persist(new OutboxRow(decision, clock.instant()));
      entities.flush();
    }
  }

  /** Decisions that wait to be sent or included, oldest first. */
  @Transactional(readOnly = true)
  public List<Bytes32> due() {
    return decisions.inStates(WAITING).stream()
        .map(DecisionRecord::id)
        .filter(id -> rows.findByDecision(id).filter(row -> row.isDue(clock.instant())).isPresent())
        .toList();
  }

  /** All decisions that wait to be sent or included, those that were refused among them. */
  @Transactional(readOnly = true)
  public Set<Bytes32> waiting() {
    return decisions.inStates(WAITING).stream().map(DecisionRecord::id).collect(toSet());
  }

  /** The unsettled transactions of a decision, the highest fee first. */
  @Transactional(readOnly = true)
  public List<EthereumTransactionRow> unsettled(Bytes32 decision) {
    return rows.unsettled(decision);
  }

  @Transactional
  public void sent(Bytes32 transaction) {
    lease.require(LeasedWork.SENDING);
    rows.transaction(transaction).ifPresent(row -> row.sent(clock.instant()));
  }

  /** Postpones a decision that the registry refuses; its history tells when the reason is new. */
  @Transactional
  public void refused(Bytes32 decision, String reason) {
    lease.require(LeasedWork.SENDING);
    rows.findByDecision(decision)
        .filter(row -> row.refused(reason, clock.instant()))
        .ifPresent(row -> decisions.note(decision, "REFUSED", reason));
  }

  /** The registry would take it now. */
  @Transactional
  public void passed(Bytes32 decision) {
    lease.require(LeasedWork.SENDING);
    rows.findByDecision(decision).ifPresent(OutboxRow::passed);
  }

  /** Postpones a decision that the node does not take at the moment, for reasons of its own. */
  @Transactional
  public void postpone(Bytes32 decision) {
    lease.require(LeasedWork.SENDING);
    rows.findByDecision(decision).ifPresent(row -> row.postpone(clock.instant()));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> refusal(Bytes32 decision) {
    return WAITING.contains(decisions.require(decision).state())
        ? rows.findByDecision(decision).map(OutboxRow::refusal)
        : Optional.empty();
  }

  /** Nothing more is expected of a decision's transactions. */
  @Transactional
  public void settle(Bytes32 decision) {
    lease.require(LeasedWork.SENDING);
    settleAll(decision);
  }

  private void settleAll(Bytes32 decision) {
    rows.unsettled(decision).forEach(row -> row.settle(clock.instant()));
  }
}
