package org.softpause.authz.audit;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AuditEntries extends Repository<AuditEntry, Long> {
  List<AuditEntry> findBySubjectAndSubjectIdOrderById(Subject subject, byte[] subjectId);
}
