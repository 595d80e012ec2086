package org.softpause.agent.fetch;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * The most time, bytes and entries that one gathering of evidence may take from others, because
 * what arrives is not verified yet.
 */
final class GatheringBudget {
  static final Duration MOST_TIME = Duration.ofSeconds(60);
  static final long MOST_BYTES = 64L << 20;
  static final long MOST_ENTRIES = 20_000;

  private final LongSupplier nanos;
  private final long deadline;
  private long bytes = MOST_BYTES;
  private long entries = MOST_ENTRIES;

  GatheringBudget(LongSupplier nanos) {
    this.nanos = nanos;
    this.deadline = nanos.getAsLong() + MOST_TIME.toNanos();
  }

  /**
   * Checks that there is time left for one more request.
   *
   * @throws RuleViolation {@link Rule#TOO_LARGE} if there is none
   */
  void requireTime() {
    if (nanos.getAsLong() - deadline >= 0) {
      throw exceeded(MOST_TIME.toSeconds() + " s");
    }
  }

  /**
   * The most bytes that the next answer may have.
   *
   * @throws RuleViolation {@link Rule#TOO_LARGE} if there are none left
   */
  int nextAnswer(int most) {
    requireTime();
    if (bytes <= 0) {
      throw exceeded(MOST_BYTES + " bytes");
    }
    return (int) Math.min(bytes, most);
  }

  /**
   * Counts an answer.
   *
   * @throws RuleViolation {@link Rule#TOO_LARGE} if it holds more entries than are left
   */
  void spend(long answerBytes, long answerEntries) {
    bytes -= answerBytes;
    entries -= answerEntries;
    if (entries < 0) {
      throw exceeded(MOST_ENTRIES + " entries");
    }
  }

  private static RuleViolation exceeded(String limit) {
    return new RuleViolation(Rule.TOO_LARGE, "one gathering may take at most " + limit);
  }
}
