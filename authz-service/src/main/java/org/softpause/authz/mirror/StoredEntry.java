package org.softpause.authz.mirror;

import org.softpause.protocol.Bytes32;

/**
 * A final log entry as it is stored, for those who only hand it on.
 *
 * @param json the entry in canonical JSON, verified before it was stored
 */
public record StoredEntry(
    long sequence,
    String json,
    long blockNumber,
    Bytes32 blockHash,
    Bytes32 transaction,
    Bytes32 head,
    long gasUsed) {}
