package org.softpause.authz.mirror;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.LogEntry;

/**
 * An entry of the log with its place on the chain.
 *
 * @param head the log's head after this entry
 * @param transaction the hash of the transaction that anchored it
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
