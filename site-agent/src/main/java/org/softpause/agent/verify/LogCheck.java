package org.softpause.agent.verify;

import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.state.ShortHash;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Attestation;

/** Steps 2 and 3 of the protocol's section "Token", applied to the log that a token carries. */
final class LogCheck {
  private final VerifiedLog known;
  private final Attestation token;
  private final List<LogEntry> shown;

  LogCheck(VerifiedLog known, Attestation token, List<LogEntry> gap) {
    this.known = known;
    this.token = token;
    this.shown = new ArrayList<>(gap);
    shown.addAll(token.log());
  }

  /**
   * Verifies every certificate with every bound, under the keys that the log itself has made
   * current. An entry that the agent knows is compared, and verified only if it says something
   * else. Another signature under the same decision says nothing else, because the agent holds a
   * valid one. The first entry that says something else ends the check, so a token costs at most
   * one verification below the agent's own head.
   */
  VerifiedLog everyCertificateVerifies() {
    requireSequences();
    List<LogEntry> further = new ArrayList<>();
    for (LogEntry entry : shown) {
      if (entry.sequence() > known.length()) {
        further.add(entry);
      } else {
        requireKnown(entry);
      }
    }
    if (!further.isEmpty() && further.getFirst().sequence() > known.length() + 1) {
      throw new RuleViolation(
          Rule.LOG_GAP,
          "the token's log begins at sequence %d, this agent's ends at %d, and the entries between could not be fetched"
              .formatted(further.getFirst().sequence(), known.length()));
    }
    return known.with(further);
  }

  private void requireSequences() {
    long expected = token.from();
    for (LogEntry entry : token.log()) {
      expected++;
      if (entry.sequence() != expected) {
        throw new RuleViolation(
            Rule.LOG_SEQUENCE_BROKEN,
            "entry " + entry.sequence() + " stands where entry " + expected + " belongs");
      }
    }
  }

  private void requireKnown(LogEntry entry) {
    int index = Math.toIntExact(entry.sequence() - 1);
    LogEntry ours = known.entries().get(index);
    if (ours.certificate().id().equals(entry.certificate().id())
        && ours.anchoredAt() == entry.anchoredAt()) {
      return;
    }
    throw fork(entry.sequence(), known.upTo(index).with(List.of(entry)).head());
  }

  /** Checks that the log leads from the stored head to the head that the token attests. */
  void chainsOntoOurHead(VerifiedLog log) {
    if (token.sequence() < known.length()) {
      Bytes32 ours = known.heads().get(Math.toIntExact(token.sequence()));
      if (!ours.equals(token.head())) {
        throw fork(token.sequence(), token.head());
      }
      throw new RuleViolation(
          Rule.LOG_ROLLBACK,
          "the token ends at sequence %d, but sequence %d was proven to this agent already"
              .formatted(token.sequence(), known.length()));
    }
    if (token.sequence() == known.length() && !token.head().equals(known.head())) {
      throw fork(token.sequence(), token.head());
    }
    if (token.sequence() != log.length() || !token.head().equals(log.head())) {
      throw new RuleViolation(
          Rule.LOG_HEAD_MISMATCH,
          "the token attests head %s at sequence %d, but its log leads to %s at %d"
              .formatted(
                  ShortHash.of(token.head()),
                  token.sequence(),
                  ShortHash.of(log.head()),
                  log.length()));
    }
    if (log.registry().lastAnchoredAt() > token.block().timestamp()) {
      throw new RuleViolation(Rule.LOG_AFTER_BLOCK, "the log is newer than the token's block");
    }
  }

  private RuleViolation fork(long sequence, Bytes32 head) {
    return new RuleViolation(
        Rule.LOG_FORK,
        "at sequence %d the service now shows head %s, but head %s was proven to this agent: the service has equivocated"
            .formatted(
                sequence,
                ShortHash.of(head),
                ShortHash.of(known.heads().get(Math.toIntExact(sequence)))));
  }
}
