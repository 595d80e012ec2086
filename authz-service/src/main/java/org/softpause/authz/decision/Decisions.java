package org.softpause.authz.decision;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.softpause.authz.audit.AuditStep;
import org.softpause.authz.audit.AuditSubject;
import org.softpause.authz.audit.AuditTrail;
import org.softpause.authz.system.Problem;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores decisions and changes their states. Every change is guarded by the state machine and
 * audited in the same transaction.
 */
@Component
public class Decisions {
  private static final List<DecisionState> OPEN =
      List.of(DecisionState.values()).stream().filter(state -> !state.isOver()).toList();

  private final EntityManager entities;
  private final DecisionRepository rows;
  private final AuditTrail audit;
  private final Clock clock;

  Decisions(EntityManager entities, DecisionRepository rows, AuditTrail audit, Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<DecisionRecord> find(Bytes32 id) {
    return rows.findById(id);
  }

  @Transactional(readOnly = true)
  public DecisionRecord require(Bytes32 id) {
    return find(id).orElseThrow(() -> unknown(id));
  }

  /** The decision, locked until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public DecisionRecord lock(Bytes32 id) {
    return rows.lock(id).orElseThrow(() -> unknown(id));
  }

  /** Those of these decisions that are recorded here, locked until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<Bytes32, DecisionRecord> lock(List<Bytes32> ids) {
    return rows.lock(ids).stream()
        .collect(Collectors.toMap(DecisionRecord::id, Function.identity()));
  }

  /** Records a decision in its first state. */
  @Transactional(propagation = Propagation.MANDATORY)
  public DecisionRecord open(Bytes32 id, Decision decision, DecisionState first, String detail) {
    var record = new DecisionRecord(id, decision, first, clock.instant());
    entities.persist(record);
    audit.record(AuditSubject.DECISION, id.bytes(), first.name(), detail);
    return record;
  }

  /** Changes the state of a locked decision; an illegal change is a defect and throws. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(DecisionRecord record, DecisionState next, String detail) {
    record.become(next);
    audit.record(AuditSubject.DECISION, record.id().bytes(), next.name(), detail);
  }

  /** Records what happened to a decision that keeps its state. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(Bytes32 id, String step, String detail) {
    audit.record(AuditSubject.DECISION, id.bytes(), step, detail);
  }

  /** Every step of the decision so far, in order. */
  public List<AuditStep> history(Bytes32 id) {
    return audit.of(AuditSubject.DECISION, id.bytes());
  }

  /** Decisions that are not over, oldest first. */
  @Transactional(readOnly = true)
  public List<DecisionRecord> open() {
    return rows.findByStateInOrderByNumber(OPEN);
  }

  @Transactional(readOnly = true)
  public List<DecisionRecord> inStates(List<DecisionState> states) {
    return rows.findByStateInOrderByNumber(states);
  }

  /** A page in order of arrival. */
  @Transactional(readOnly = true)
  public List<DecisionRecord> page(boolean openOnly, long after, int limit) {
    return rows.findByNumberGreaterThanAndStateInOrderByNumber(
        after, openOnly ? OPEN : List.of(DecisionState.values()), Limit.of(limit));
  }

  private static RuntimeException unknown(Bytes32 id) {
    return Problem.NOT_FOUND.because("there is no decision " + id);
  }
}
