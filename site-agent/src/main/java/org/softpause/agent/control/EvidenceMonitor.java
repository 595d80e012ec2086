package org.softpause.agent.control;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.EvidenceVerdict;
import org.softpause.agent.verify.StateUpdate;
import org.softpause.agent.verify.Verification;
import org.softpause.protocol.Rule;

/**
 * Keeps the standing verdict: what the newest evidence came to, and whether it is new enough to
 * raise anything on.
 */
final class EvidenceMonitor {
  private final Verification verification;
  private final Duration standsFor;
  private final LongSupplier nanos;

  private EvidenceVerdict verdict =
      new EvidenceVerdict.Absent("nothing was fetched since the start");
  private long judgedAt;
  private boolean doubted;

  EvidenceMonitor(Verification verification, Duration standsFor, LongSupplier nanos) {
    this.verification = verification;
    this.standsFor = standsFor;
    this.nanos = nanos;
    this.judgedAt = nanos.getAsLong();
  }

  /** The verdict that stands, or that there has been none for too long. */
  EvidenceVerdict verdict() {
    return isStale()
        ? new EvidenceVerdict.Absent("nothing was fetched for " + standsFor.toSeconds() + " s")
        : verdict;
  }

  /** Whether anything may rise now. */
  boolean mayRaise() {
    return !isStale() && !doubted && verdict.mayRaise();
  }

  private boolean isStale() {
    return nanos.getAsLong() - judgedAt > standsFor.toNanos();
  }

  /**
   * Judges the evidence, which the verdict from now on rests on.
   *
   * @param now the clock reading of this cycle, Unix seconds
   * @return the state with whatever the evidence proves or shows
   */
  AgentState judge(AgentState state, Evidence evidence, long now) {
    EvidenceVerdict next = verification.verify(state, evidence, now);
    boolean tooEarlyToTell = isOfADifferentMoment(next) && !doubted;
    doubted = isOfADifferentMoment(next);
    if (!tooEarlyToTell) {
      verdict = next;
      judgedAt = nanos.getAsLong();
    }
    return StateUpdate.learn(state, next, now);
  }

  /**
   * Service and sources were asked one after the other, so that a decision that became final in
   * between looks like one left out: only a second look in a row tells. Until then nothing rises.
   */
  private static boolean isOfADifferentMoment(EvidenceVerdict next) {
    return next instanceof EvidenceVerdict.Refused refused && refused.rule() == Rule.HEAD_DISAGREES;
  }
}
