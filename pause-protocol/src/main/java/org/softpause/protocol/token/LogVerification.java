package org.softpause.protocol.token;

import java.util.List;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;

/** Replays the log that a token carries: steps 2 and 3 of its verification (protocol "Token"). */
public final class LogVerification {
  private LogVerification() {}

  /**
   * Returns the state after a page of the log. Each certificate is verified under the keys that the
   * log itself has made current, with every bound at its anchoring time.
   *
   * @throws RuleViolation the first rule that the first bad entry breaks
   */
  public static RegistryState replay(RegistryState stored, List<LogEntry> entries) {
    RegistryState state = stored;
    for (LogEntry entry : entries) {
      state = state.apply(entry);
    }
    return state;
  }

  /**
   * Returns the state to which a token leads from the stored one. Every new certificate is verified
   * in order, and chaining them onto the stored head must give the token's head.
   *
   * @throws RuleViolation {@link Rule#LOG_ROLLBACK} for a token from before the stored state,
   *     {@link Rule#LOG_GAP} if entries between stored state and token must be fetched first, any
   *     rule of {@link #replay}, {@link Rule#LOG_FORK} for another head at the stored sequence,
   *     {@link Rule#LOG_HEAD_MISMATCH}, {@link Rule#LOG_AFTER_BLOCK}
   */
  public static RegistryState advance(RegistryState stored, Attestation token) {
    requireReachable(stored, token);
    requireSequences(token);
    List<LogEntry> news =
        token.log().stream().filter(entry -> entry.sequence() > stored.sequence()).toList();
    RegistryState state = replay(stored, news);
    requireHead(stored, state, token);
    if (state.lastAnchoredAt() > token.block().timestamp()) {
      throw new RuleViolation(Rule.LOG_AFTER_BLOCK, "the log is newer than the token's block");
    }
    return state;
  }

  private static void requireReachable(RegistryState stored, Attestation token) {
    if (token.sequence() < stored.sequence()) {
      throw new RuleViolation(
          Rule.LOG_ROLLBACK,
          "the token ends at " + token.sequence() + ", known is " + stored.sequence());
    }
    if (token.from() > stored.sequence()) {
      throw new RuleViolation(
          Rule.LOG_GAP,
          "the token begins after " + token.from() + ", known is " + stored.sequence());
    }
  }

  private static void requireSequences(Attestation token) {
    long expected = token.from();
    for (LogEntry entry : token.log()) {
      expected++;
      if (entry.sequence() != expected) {
        throw new RuleViolation(
            Rule.LOG_SEQUENCE_BROKEN, "entry " + entry.sequence() + " in place of " + expected);
      }
    }
    if (expected != token.sequence()) {
      throw new RuleViolation(
          Rule.LOG_SEQUENCE_BROKEN,
          "the log ends at " + expected + ", the token at " + token.sequence());
    }
  }

  private static void requireHead(RegistryState stored, RegistryState state, Attestation token) {
    if (state.head().equals(token.head())) {
      return;
    }
    if (token.sequence() == stored.sequence()) {
      throw new RuleViolation(
          Rule.LOG_FORK, "at " + stored.sequence() + " the head known is " + stored.head());
    }
    throw new RuleViolation(
        Rule.LOG_HEAD_MISMATCH, "the log leads to " + state.head() + ", not " + token.head());
  }
}
