package org.softpause.auditor.audit;

import java.util.List;
import java.util.Optional;

/**
 * The result of comparing a service's log with the chain.
 *
 * @param entries the number of entries that the service showed
 * @param notes differences that are no fault yet, such as an entry that is too new
 * @param unchecked why the comparison could not be completed; empty if it was completed
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
