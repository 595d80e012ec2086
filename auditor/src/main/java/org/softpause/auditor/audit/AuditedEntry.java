package org.softpause.auditor.audit;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.registry.LogEntry;

/**
 * A decision of the rebuilt log.
 *
 * @param head the head of the log after this decision
 * @param place the block and transaction that the node reports; the head does not prove them
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
