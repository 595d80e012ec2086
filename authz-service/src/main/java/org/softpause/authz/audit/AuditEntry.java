package org.softpause.authz.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row of one step in the audit trail. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private Instant at;

  @Column
  @Enumerated(EnumType.STRING)
  private AuditSubject subject;

  @Column private byte[] subjectId;
  private String step;
  private String detail;

  @SuppressWarnings("NullAway.Init")
  protected AuditEntry() {}

  AuditEntry(Instant at, AuditSubject subject, byte[] subjectId, String step, String detail) {
    this.at = at;
    this.subject = subject;
    this.subjectId = subjectId;
    this.step = step;
    this.detail = detail;
  }

  AuditStep step() {
    return new AuditStep(step, at, detail);
  }
}
