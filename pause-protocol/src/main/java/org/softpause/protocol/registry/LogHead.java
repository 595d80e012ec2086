package org.softpause.protocol.registry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * The hash chain over the log: head_n = keccak256(head_{n−1} ‖ id ‖ uint48 anchoredAt).
 *
 * @param anchoredAt of the newest entry, of the empty log the deployment; Unix seconds
 */
record LogHead(Bytes32 hash, long sequence, long anchoredAt) {
  private static final int UINT48_BYTES = 6;

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
    byte[] big = ByteBuffer.allocate(Long.BYTES).putLong(time).array();
    byte[] uint48 = Arrays.copyOfRange(big, Long.BYTES - UINT48_BYTES, Long.BYTES);
    return new LogHead(Keccak256.hash(hash.bytes(), id.bytes(), uint48), sequence + 1, time);
  }
}
