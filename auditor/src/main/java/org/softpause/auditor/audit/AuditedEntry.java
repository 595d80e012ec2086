package org.softpause.auditor.audit;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.registry.LogEntry;

/**
 * One decision of the log as it was rebuilt.
 *
 * @param head after it
 * @param place where the node says that it stands; no part of what the head proves
 */
public record AuditedEntry(LogEntry entry, Bytes32 id, Bytes32 head, EventLog.Place place) {
  public long sequence() {
    return entry.sequence();
  }

  /** Unix seconds. */
  public long anchoredAt() {
    return entry.anchoredAt();
  }

  public Decision decision() {
    return entry.certificate().decision();
  }
}
