package org.softpause.authz.audit;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes and reads the audit trail. Writing requires the caller's transaction, so that a step is
 * never stored without its row or the other way round.
 */
@Component
public class AuditTrail {
  private static final int MAX_DETAIL = 2000;

  private final EntityManager entities;
  private final AuditEntryRepository entries;
  private final Clock clock;

  AuditTrail(EntityManager entities, AuditEntryRepository entries, Clock clock) {
    this.entities = entities;
    this.entries = entries;
    this.clock = clock;
  }

  /** Records a step; the detail is cut at 2000 characters. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(AuditSubject subject, byte[] subjectId, String step, String detail) {
    String cut = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
    entities.persist(new AuditEntry(clock.instant(), subject, subjectId.clone(), step, cut));
  }

  /** The steps of one subject, oldest first. */
  @Transactional(readOnly = true)
  public List<AuditStep> of(AuditSubject subject, byte[] subjectId) {
    return entries.findBySubjectAndSubjectIdOrderById(subject, subjectId).stream()
        .map(AuditEntry::step)
        .toList();
  }
}
