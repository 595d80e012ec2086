package org.softpause.protocol.registry;

import org.softpause.protocol.AbiEncoder;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * The head of the hash chain over the log: head_n = keccak256(head_{n−1} ‖ id ‖ uint48 anchoredAt).
 *
 * @param anchoredAt Unix seconds of the newest entry's anchoring, or of the deployment while the
 *     log is empty
 */
record LogHead(Bytes32 hash, long sequence, long anchoredAt) {

  static LogHead of(Genesis genesis) {
    return new LogHead(genesis.head0(), 0, genesis.deployedAt());
  }

  void requireNext(LogEntry entry) {
    if (entry.sequence() != sequence + 1) {
      throw new RuleViolation(
          Rule.LOG_SEQUENCE_BROKEN, "entry " + entry.sequence() + " follows entry " + sequence);
    }
    if (entry.anchoredAt() < anchoredAt) {
      throw new RuleViolation(
          Rule.LOG_TIME_BACKWARDS, "entry " + entry.sequence() + " is older than the one before");
    }
  }

  LogHead append(Bytes32 id, long time) {
    return new LogHead(
        Keccak256.hash(hash.bytes(), id.bytes(), AbiEncoder.packedUint48(time)),
        sequence + 1,
        time);
  }
}
