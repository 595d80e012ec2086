package org.softpause.auditor.token;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Attestation;

/**
 * Finds a contradiction between two attestations: two statements that cannot both be true on any
 * chain, because final entries and blocks never change (protocol "Token").
 */
final class TokenContradiction {
  private static final int UINT48_BYTES = 6;

  private TokenContradiction() {}

  /** Returns the first contradiction found, in one sentence. */
  static Optional<String> between(Attestation one, Attestation other) {
    if (!one.domain().equals(other.domain())) {
      return Optional.empty();
    }
    boolean inOrder = one.sequence() <= other.sequence();
    Attestation earlier = inOrder ? one : other;
    Attestation later = inOrder ? other : one;
    return heads(earlier, later)
        .or(() -> entries(earlier, later))
        .or(() -> chaining(earlier, later))
        .or(() -> blocks(earlier, later));
  }

  private static Optional<String> heads(Attestation one, Attestation other) {
    return one.sequence() == other.sequence() && !one.head().equals(other.head())
        ? Optional.of(
            "two heads after %d entries: %s and %s"
                .formatted(one.sequence(), one.head(), other.head()))
        : Optional.empty();
  }

  private static Optional<String> entries(Attestation one, Attestation other) {
    Map<Long, LogEntry> known =
        one.log().stream()
            .collect(Collectors.toMap(LogEntry::sequence, Function.identity(), (a, b) -> a));
    for (LogEntry entry : other.log()) {
      LogEntry same = known.get(entry.sequence());
      if (same != null && !same(same, entry)) {
        return Optional.of(
            "two entries with the number %d: %s and %s"
                .formatted(entry.sequence(), text(same), text(entry)));
      }
    }
    return Optional.empty();
  }

  private static boolean same(LogEntry one, LogEntry other) {
    return one.anchoredAt() == other.anchoredAt()
        && one.certificate().id().equals(other.certificate().id());
  }

  private static String text(LogEntry entry) {
    return entry.certificate().id() + " anchored at " + entry.anchoredAt();
  }

  /** The later log's new entries, chained onto the earlier head, must give the later head. */
  private static Optional<String> chaining(Attestation earlier, Attestation later) {
    if (later.from() > earlier.sequence()) {
      return Optional.empty();
    }
    Bytes32 head = earlier.head();
    for (LogEntry entry : later.log()) {
      if (entry.sequence() > earlier.sequence()) {
        head = next(head, entry);
      }
    }
    return head.equals(later.head())
        ? Optional.empty()
        : Optional.of(
            "the head %s after %d entries does not lead to %s after %d"
                .formatted(earlier.head(), earlier.sequence(), later.head(), later.sequence()));
  }

  /** keccak256(head ‖ id ‖ uint48 anchoredAt). */
  private static Bytes32 next(Bytes32 head, LogEntry entry) {
    byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(entry.anchoredAt()).array();
    return Keccak256.hash(
        head.bytes(),
        entry.certificate().id().bytes(),
        Arrays.copyOfRange(time, Long.BYTES - UINT48_BYTES, Long.BYTES));
  }

  private static Optional<String> blocks(Attestation earlier, Attestation later) {
    if (earlier.block().number() == later.block().number()
        && !earlier.block().hash().equals(later.block().hash())) {
      return Optional.of(
          "two final blocks with the number %d: %s and %s"
              .formatted(earlier.block().number(), earlier.block().hash(), later.block().hash()));
    }
    if (earlier.sequence() < later.sequence()
        && earlier.block().number() > later.block().number()) {
      return Optional.of(
          "%d entries at the final block %d, and fewer, %d, at the later block %d"
              .formatted(
                  later.sequence(),
                  later.block().number(),
                  earlier.sequence(),
                  earlier.block().number()));
    }
    return Optional.empty();
  }
}
