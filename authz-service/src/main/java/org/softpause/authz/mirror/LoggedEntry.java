package org.softpause.authz.mirror;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.LogEntry;

/**
 * An entry of the log as an event of the registry states it. Nothing of it is verified yet.
 *
 * @param head the log's head after this entry
 * @param transaction the hash of the transaction that anchored it
 */
public record LoggedEntry(
    LogEntry entry, Bytes32 head, long blockNumber, Bytes32 blockHash, Bytes32 transaction) {
  /** The decision's id. */
  public Bytes32 id() {
    return entry.certificate().id();
  }

  AnchoredEntry paidWith(long gasUsed) {
    return new AnchoredEntry(entry, head, blockNumber, blockHash, transaction, gasUsed);
  }
}
