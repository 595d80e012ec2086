package org.softpause.auditor.audit;

import java.util.List;
import java.util.Optional;

/**
 * What came of holding a service's log against the chain's.
 *
 * @param entries how many it showed
 * @param notes what is no fault yet, such as an entry that it may not have seen
 * @param unchecked why it could not be checked to the end; empty if it was
 */
public record ServiceResult(
    String name,
    long entries,
    List<AuditFinding> findings,
    List<String> notes,
    Optional<String> unchecked) {
  public ServiceResult {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }
}
