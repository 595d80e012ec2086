package org.softpause.agent.control;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.EvidenceVerdict;
import org.softpause.agent.verify.StateUpdate;
import org.softpause.agent.verify.Verification;
import org.softpause.protocol.Rule;

/** Judges evidence and keeps the newest verdict, which permits a rise only while it is fresh. */
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

  /** The newest verdict; {@link EvidenceVerdict.Absent} if that is too old. */
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

  /** Whether the evidence is accepted as it is; this changes no verdict. */
  boolean accepts(AgentState state, Evidence evidence, long now) {
    return verification.accepts(state, evidence, now);
  }

  /** Whether the block sources confirm a reading of the clock; this needs no service. */
  boolean confirmsClock(Evidence evidence, long now) {
    return verification.confirmsClock(evidence, now);
  }

  /**
   * Judges the evidence and makes the result the newest verdict.
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
   * The service and the sources are asked one after the other, so that a decision which became
   * final in between looks like one that the service left out. Only a second disagreement in a row
   * counts; until then nothing rises.
   */
  private static boolean isOfADifferentMoment(EvidenceVerdict next) {
    return next instanceof EvidenceVerdict.Refused refused && refused.rule() == Rule.HEAD_DISAGREES;
  }
}
