package org.softpause.agent.plan;

import java.util.Comparator;
import java.util.Optional;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.ShortHash;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.ceiling.SiteCeiling;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.CeilingReduction;
import org.softpause.protocol.registry.Lapse;
import org.softpause.protocol.site.SiteRecord;

/** Explains a ceiling in one plain sentence. */
final class CeilingExplanation {
  private final AgentState state;
  private final CeilingCalculator calculator;
  private final long clock;
  private final SiteRecord site;

  CeilingExplanation(AgentState state, CeilingCalculator calculator, long clock) {
    this.state = state;
    this.calculator = calculator;
    this.clock = clock;
    this.site = state.enrolment().site();
  }

  String exempt() {
    return "exempt: the cluster has %s PFLOP/s, below %s, so no decision reaches it"
        .formatted(
            site.clusterPflops(),
            state.enrolment().deployment().genesis().parameters().exemptBelowPflops());
  }

  /** A key that stays the same while the same decision is in the same phase. */
  String cause(SiteCeiling ceiling) {
    return ceiling
        .binding()
        .or(this::newest)
        .map(one -> course(one).name() + " " + one.id())
        .orElse("no-pause");
  }

  String why(SiteCeiling ceiling) {
    return ceiling.binding().map(this::binding).orElseGet(this::free);
  }

  private enum Course {
    WAITS,
    LOWERS,
    HOLDS,
    RETURNS,
    OVER
  }

  private Course course(CeilingReduction pause) {
    long start = calculator.start(pause);
    long end = calculator.end(pause);
    long ramp = pause.rampSeconds();
    long proven = state.times().provenAt();
    long moment = Math.min(Math.max(end, proven), Math.max(clock, proven));
    if (moment > end) {
      return moment >= end + ramp ? Course.OVER : Course.RETURNS;
    }
    if (moment <= start) {
      return Course.WAITS;
    }
    return moment < Math.min(start + ramp, end) ? Course.LOWERS : Course.HOLDS;
  }

  private String binding(CeilingReduction reduction) {
    return switch (reduction) {
      case AnchoredPause pause -> binding(pause);
      case Lapse lapse ->
          new LapseExplanation(lapse, calculator).binding(course(lapse) == Course.RETURNS);
    };
  }

  private String binding(AnchoredPause pause) {
    String ceiling = OperatorFormat.percent(pause.ceilingBps());
    String name = "pause " + ScopeExplanation.describe(pause) + unproven(pause);
    String end = OperatorFormat.time(calculator.end(pause));
    long ramp = pause.rampSeconds();
    return switch (course(pause)) {
      case WAITS, LOWERS ->
          "%s lowers this site to %s by %s"
              .formatted(name, ceiling, OperatorFormat.time(calculator.start(pause) + ramp));
      case HOLDS ->
          "%s holds this site at %s until %s%s".formatted(name, ceiling, end, late(pause));
      case RETURNS, OVER ->
          "%s was %s: the site returns to %s by %s"
              .formatted(
                  name,
                  pause.isLifted()
                      ? "lifted at " + OperatorFormat.time(pause.liftedAt())
                      : "over at " + end,
                  OperatorFormat.percent(CeilingCalculator.FULL_BPS),
                  OperatorFormat.time(calculator.end(pause) + ramp));
    };
  }

  private String late(AnchoredPause pause) {
    return clock <= calculator.end(pause)
        ? ""
        : ", because the clock is past that time but no proven block is (proven until "
            + OperatorFormat.time(state.times().provenAt())
            + ")";
  }

  private String unproven(AnchoredPause pause) {
    return state.overlay().entries().stream()
        .filter(entry -> entry.id().equals(pause.id()))
        .map(UnprovenEntry::assurance)
        .findFirst()
        .map(assurance -> " [" + assurance + ", not proven: it only lowers]")
        .orElse("");
  }

  private String free() {
    return newest()
        .map(this::notLowering)
        .orElse(
            "no pause is in force after %d decisions, drills not counted"
                .formatted(state.log().length()));
  }

  /** The pause anchored last among those that are not over, drills excepted. */
  private Optional<AnchoredPause> newest() {
    return CeilingPlanner.reductions(state).stream()
        .filter(AnchoredPause.class::isInstance)
        .map(AnchoredPause.class::cast)
        .filter(pause -> !pause.pause().drill() && course(pause) != Course.OVER)
        .max(Comparator.comparingLong(AnchoredPause::anchoredAt));
  }

  private String notLowering(AnchoredPause pause) {
    if (!calculator.isReachedBy(pause)) {
      return "pause %s does not reach this site: %s"
          .formatted(
              ShortHash.of(pause.id()), ScopeExplanation.whyNot(site, pause.pause().scope()));
    }
    return course(pause) == Course.WAITS
        ? "pause %s%s will lower this site to %s from %s"
            .formatted(
                ScopeExplanation.describe(pause),
                unproven(pause),
                OperatorFormat.percent(pause.pause().ceilingBps()),
                OperatorFormat.time(calculator.start(pause)))
        : "pause %s no longer lowers this site".formatted(ScopeExplanation.describe(pause));
  }
}
