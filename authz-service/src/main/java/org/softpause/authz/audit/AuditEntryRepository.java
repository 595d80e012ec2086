package org.softpause.authz.audit;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AuditEntryRepository extends Repository<AuditEntry, Long> {
  List<AuditEntry> findBySubjectAndSubjectIdOrderById(AuditSubject subject, byte[] subjectId);
}
