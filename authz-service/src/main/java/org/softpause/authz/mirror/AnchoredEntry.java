package org.softpause.authz.mirror;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.LogEntry;

/**
 * An entry of the log and where on the chain it stands.
 *
 * @param head the one after this entry
 * @param transaction the hash of the transaction that carried it
 */
public record AnchoredEntry(
    LogEntry entry,
    Bytes32 head,
    long blockNumber,
    Bytes32 blockHash,
    Bytes32 transaction,
    long gasUsed) {
  /** The decision's id. */
  public Bytes32 id() {
    return entry.certificate().id();
  }
}
