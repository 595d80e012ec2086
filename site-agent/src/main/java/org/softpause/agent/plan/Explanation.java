package org.softpause.agent.plan;

import java.util.Comparator;
import java.util.Optional;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.ShortId;
import org.softpause.agent.state.Sighting;
import org.softpause.protocol.ceiling.CeilingReckoning;
import org.softpause.protocol.ceiling.SiteCeiling;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.Lapse;
import org.softpause.protocol.registry.Reduction;
import org.softpause.protocol.site.SiteRecord;

/** The one plain sentence that goes with a ceiling. */
final class Explanation {
  private final AgentState state;
  private final CeilingReckoning reckoning;
  private final long clock;
  private final SiteRecord site;

  Explanation(AgentState state, CeilingReckoning reckoning, long clock) {
    this.state = state;
    this.reckoning = reckoning;
    this.clock = clock;
    this.site = state.enrolment().site();
  }

  String exempt() {
    return "exempt: the cluster has %s PFLOP/s, below %s, so no decision reaches it"
        .formatted(
            site.clusterPflops(),
            state.enrolment().deployment().genesis().parameters().exemptBelowPflops());
  }

  /** Stable while the same decision is in the same part of its course. */
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

  private Course course(Reduction pause) {
    long start = reckoning.start(pause);
    long end = reckoning.end(pause);
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

  private String binding(Reduction reduction) {
    return switch (reduction) {
      case AnchoredPause pause -> binding(pause);
      case Lapse lapse -> new LapseWords(lapse, reckoning).binding(course(lapse) == Course.RETURNS);
    };
  }

  private String binding(AnchoredPause pause) {
    String ceiling = Words.percent(pause.ceilingBps());
    String name = "pause " + ScopeWords.describe(pause) + unproven(pause);
    String end = Words.time(reckoning.end(pause));
    long ramp = pause.rampSeconds();
    return switch (course(pause)) {
      case WAITS, LOWERS ->
          "%s lowers this site to %s by %s"
              .formatted(name, ceiling, Words.time(reckoning.start(pause) + ramp));
      case HOLDS ->
          "%s holds this site at %s until %s%s".formatted(name, ceiling, end, late(pause));
      case RETURNS, OVER ->
          "%s was %s: the site returns to %s by %s"
              .formatted(
                  name,
                  pause.isLifted() ? "lifted at " + Words.time(pause.liftedAt()) : "over at " + end,
                  Words.percent(CeilingReckoning.FULL_BPS),
                  Words.time(reckoning.end(pause) + ramp));
    };
  }

  private String late(AnchoredPause pause) {
    return clock <= reckoning.end(pause)
        ? ""
        : ", which this clock is past but no proven block is (proven until "
            + Words.time(state.times().provenAt())
            + ")";
  }

  private String unproven(AnchoredPause pause) {
    return state.overlay().sightings().stream()
        .filter(sighting -> sighting.id().equals(pause.id()))
        .map(Sighting::assurance)
        .findFirst()
        .map(assurance -> " [" + assurance + ", not proven: it only lowers]")
        .orElse("");
  }

  private String free() {
    return newest()
        .map(this::notLowering)
        .orElse(
            "no pause is in force, drills aside, after %d decisions"
                .formatted(state.log().length()));
  }

  /** Of the pauses that are not over: the one anchored last. */
  private Optional<AnchoredPause> newest() {
    return Planner.reductions(state).stream()
        .filter(AnchoredPause.class::isInstance)
        .map(AnchoredPause.class::cast)
        .filter(pause -> !pause.pause().drill() && course(pause) != Course.OVER)
        .max(Comparator.comparingLong(AnchoredPause::anchoredAt));
  }

  private String notLowering(AnchoredPause pause) {
    if (!reckoning.isReachedBy(pause)) {
      return "pause %s does not reach this site: %s"
          .formatted(ShortId.of(pause.id()), ScopeWords.whyNot(site, pause.pause().scope()));
    }
    return course(pause) == Course.WAITS
        ? "pause %s%s will lower this site to %s from %s"
            .formatted(
                ScopeWords.describe(pause),
                unproven(pause),
                Words.percent(pause.pause().ceilingBps()),
                Words.time(reckoning.start(pause)))
        : "pause %s no longer lowers this site".formatted(ScopeWords.describe(pause));
  }
}
