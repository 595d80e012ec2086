package org.softpause.agent.run;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.Learning;
import org.softpause.agent.verify.Verdict;
import org.softpause.agent.verify.Verification;
import org.softpause.protocol.Rule;

/**
 * Keeps the standing verdict: what the newest evidence came to, and whether it is new enough to
 * raise anything on.
 */
final class Watch {
  private final Memory memory;
  private final Verification verification;
  private final Duration standsFor;
  private final LongSupplier nanos;

  private Verdict verdict = new Verdict.Absent("nothing was fetched since the start");
  private long judgedAt;
  private boolean doubted;

  Watch(Memory memory, Verification verification, Duration standsFor, LongSupplier nanos) {
    this.memory = memory;
    this.verification = verification;
    this.standsFor = standsFor;
    this.nanos = nanos;
    this.judgedAt = nanos.getAsLong();
  }

  /** The verdict that stands, or that there has been none for too long. */
  Verdict verdict() {
    return isStale()
        ? new Verdict.Absent("nothing was fetched for " + standsFor.toSeconds() + " s")
        : verdict;
  }

  /** Whether anything may rise now. */
  boolean mayRaise() {
    return !isStale() && !doubted && verdict.mayRaise();
  }

  private boolean isStale() {
    return nanos.getAsLong() - judgedAt > standsFor.toNanos();
  }

  /** Judges, and keeps what was learnt; {@code now} is the one reading of the clock. */
  void judge(Evidence evidence, long now) {
    Verdict next = verification.verify(memory.state(), evidence, now);
    if (next instanceof Verdict.Accepted accepted) {
      AgentState learnt = Learning.learn(memory.state(), accepted, now);
      memory.keep(learnt);
    }
    boolean tooEarlyToTell = isOfADifferentMoment(next) && !doubted;
    doubted = isOfADifferentMoment(next);
    if (!tooEarlyToTell) {
      verdict = next;
      judgedAt = nanos.getAsLong();
    }
  }

  /**
   * Service and sources were asked one after the other, so that a decision that became final in
   * between looks like one left out: only a second look in a row tells. Until then nothing rises.
   */
  private static boolean isOfADifferentMoment(Verdict next) {
    return next instanceof Verdict.Refused refused && refused.rule() == Rule.HEAD_DISAGREES;
  }
}
