package org.softpause.agent.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.agent.state.ShortHash;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * Step 4 of the protocol's section "Token": the head is proven if k of m own block sources with 2k
 * &gt; m report it at a block that they call final and whose timestamp is near the clock. A final
 * block is never ahead of a clock that is right, so the tolerance in that direction is small.
 *
 * @param known the agent's proven log; a source that reports one of its earlier heads is merely
 *     behind
 * @param claimed the log up to the token's head
 * @param now the clock reading of this verification, Unix seconds
 */
record HeadProof(VerifiedLog known, VerifiedLog claimed, Duration maxHeadAge, long now) {

  /** What the sources together say about the claimed head. */
  sealed interface Result {}

  /** The head is proven up to the smallest timestamp of the sources that agree. */
  record Proven(long provenAt) implements Result {}

  /** No majority confirms the head or contradicts it. */
  record Open(VerdictNote why) implements Result {}

  /**
   * Decides by majority of all configured sources; a silent source counts towards m.
   *
   * @throws RuleViolation {@link Rule#HEAD_DISAGREES} if a majority reports a head that the token's
   *     log does not contain
   */
  Result weigh(List<SourceAnswer> answers) {
    List<SourceAnswer.Head> heads = new ArrayList<>();
    for (SourceAnswer answer : answers) {
      if (answer instanceof SourceAnswer.Head head) {
        heads.add(head);
      }
    }
    List<SourceAnswer.Head> agreeing =
        heads.stream().filter(head -> isFresh(head) && head.head().equals(claimed.head())).toList();
    if (isMajority(agreeing.size(), answers.size())) {
      return new Proven(
          agreeing.stream().mapToLong(SourceAnswer.Head::timestamp).min().orElseThrow());
    }
    List<SourceAnswer.Head> contrary =
        heads.stream().filter(head -> isFresh(head) && !isInLog(head.head())).toList();
    if (isMajority(contrary.size(), answers.size())) {
      throw disagreement(contrary.getFirst(), contrary.size(), answers.size());
    }
    return new Open(why(answers, agreeing.size()));
  }

  private static boolean isMajority(int k, int m) {
    return 2 * k > m;
  }

  /**
   * Whether a majority of the sources call a block final that is near a clock reading, whatever
   * head they report.
   */
  static boolean confirmsClock(List<SourceAnswer> answers, Duration maxHeadAge, long now) {
    long near =
        answers.stream()
            .filter(
                answer ->
                    answer instanceof SourceAnswer.Head head && isFresh(head, maxHeadAge, now))
            .count();
    return isMajority(Math.toIntExact(near), answers.size());
  }

  private boolean isFresh(SourceAnswer.Head head) {
    return isFresh(head, maxHeadAge, now);
  }

  private static boolean isFresh(SourceAnswer.Head head, Duration maxHeadAge, long now) {
    return head.timestamp() <= now + PendingCheck.SKEW_SECONDS
        && head.timestamp() >= now - maxHeadAge.toSeconds();
  }

  private boolean isInLog(Bytes32 head) {
    return claimed.heads().contains(head);
  }

  private RuleViolation disagreement(SourceAnswer.Head contrary, int count, int of) {
    String blame =
        claimed.length() == known.length()
            ? "the service leaves the newest decision out of the log"
            : "the service's log is not the registry's";
    return new RuleViolation(
        Rule.HEAD_DISAGREES,
        "%s: the token ends at sequence %d with head %s, but %d of %d own block sources report head %s at final block %d"
            .formatted(
                blame,
                claimed.length(),
                ShortHash.of(claimed.head()),
                count,
                of,
                ShortHash.of(contrary.head()),
                contrary.block()));
  }

  private VerdictNote why(List<SourceAnswer> answers, int agreeing) {
    List<String> reasons = new ArrayList<>();
    boolean stale = false;
    for (SourceAnswer answer : answers) {
      stale |= answer instanceof SourceAnswer.Head head && !isFresh(head);
      shortfall(answer).ifPresent(reasons::add);
    }
    return new VerdictNote(
        stale ? Rule.HEAD_STALE : Rule.HEAD_NOT_PROVEN,
        "%d of %d own block sources confirm the head: %s"
            .formatted(agreeing, answers.size(), String.join("; ", reasons)));
  }

  private Optional<String> shortfall(SourceAnswer answer) {
    return switch (answer) {
      case SourceAnswer.Silent silent ->
          Optional.of(silent.source() + " is silent (" + silent.detail() + ")");
      case SourceAnswer.Head head -> shortfall(head);
    };
  }

  private Optional<String> shortfall(SourceAnswer.Head head) {
    if (!isFresh(head)) {
      return Optional.of(
          "%s calls block %d final, which is %d s %s this clock"
              .formatted(
                  head.source(),
                  head.block(),
                  Math.abs(head.timestamp() - now),
                  head.timestamp() > now ? "ahead of" : "behind"));
    }
    if (head.head().equals(claimed.head())) {
      return Optional.empty();
    }
    return Optional.of(
        isInLog(head.head())
            ? head.source() + " is still at sequence " + claimed.heads().indexOf(head.head())
            : head.source() + " reports another head, " + ShortHash.of(head.head()));
  }
}
