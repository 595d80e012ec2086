package org.softpause.agent.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.softpause.agent.state.AgentState;
import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.registry.CeilingReduction;

/**
 * Plans the site's next change of ceiling ahead, from what the agent knows: pauses, lifts and
 * lapses, and the offline policy while it lowers. It supposes that nothing new is decided and that
 * proofs keep coming. It only informs; every step is planned anew by the {@link CeilingPlanner}.
 */
public final class CurvePlanner {
  private final Duration offlineGrace;
  private final SlewLimit slew;

  public CurvePlanner(Duration offlineGrace, SlewLimit slew) {
    this.offlineGrace = offlineGrace;
    this.slew = slew;
  }

  /**
   * What a curve follows. As long as two of these are equal, a curve that was planned still holds.
   *
   * @param reductions every pause and lapse that is known
   * @param offline whether the offline policy lowers the site now
   */
  public record Basis(List<CeilingReduction> reductions, boolean offline) {
    public Basis {
      reductions = List.copyOf(reductions);
    }
  }

  /** What a curve would follow at this clock reading, Unix seconds. */
  public Basis basis(AgentState state, long now) {
    return new Basis(CeilingPlanner.reductions(state), offline(state, now));
  }

  /**
   * The curve of the next change from this level on.
   *
   * @param level in basis points
   * @param now the clock reading, Unix seconds
   * @return empty if no change is known
   */
  public Optional<PlannedCurve> plan(AgentState state, int level, long now) {
    CeilingCalculator calculator =
        new CeilingCalculator(
            state.enrolment().deployment().genesis().parameters(), state.enrolment().site());
    Basis basis = basis(state, now);
    PlannedCurve.Target target =
        time ->
            Math.min(
                calculator.at(basis.reductions(), time).bps(),
                basis.offline() ? OfflineCeiling.of(state, offlineGrace, time).bps() : 10_000);
    OptionalLong from =
        target.at(now) == level && !basis.offline()
            ? nextChange(calculator, basis.reductions(), now)
            : OptionalLong.of(now);
    return from.isPresent()
        ? PlannedCurve.follow(target, level, from.getAsLong(), slew)
        : Optional.empty();
  }

  private boolean offline(AgentState state, long now) {
    return OfflineCeiling.of(state, offlineGrace, now).bps() < CeilingCalculator.FULL_BPS;
  }

  /** The first start or end after now of a reduction that reaches the site. */
  private static OptionalLong nextChange(
      CeilingCalculator calculator, List<CeilingReduction> reductions, long now) {
    return reductions.stream()
        .filter(calculator::isReachedBy)
        .flatMapToLong(one -> LongStream.of(calculator.start(one), calculator.end(one)))
        .map(time -> Math.max(time, now))
        .filter(time -> time > now)
        .min();
  }
}
