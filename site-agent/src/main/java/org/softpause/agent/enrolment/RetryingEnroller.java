package org.softpause.agent.enrolment;

import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.fetch.ConfiguredEndpoints;
import org.softpause.agent.fetch.EndpointUnreachable;
import org.softpause.agent.plan.CeilingPlanner;
import org.softpause.agent.plan.OperatorFormat;
import org.softpause.agent.report.LastStatus;
import org.softpause.agent.report.OperatorLog;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.EnforcedLevel;
import org.softpause.agent.state.StateStore;
import org.softpause.agent.verify.Verification;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Waiter;

/** Enrolment as the commands do it: as many looks as it needs, then the state is written. */
public final class RetryingEnroller {
  /** What may be otherwise in a moment: a block becomes final, a drill is anchored. */
  private static final Set<Rule> PASSING =
      EnumSet.of(
          Rule.HEAD_NOT_PROVEN, Rule.HEAD_STALE, Rule.HEAD_DISAGREES, Rule.REGISTRY_NOT_LIVE);

  private final AgentConfig config;
  private final OperatorLog log;
  private final Clock clock;
  private final Waiter waiter;
  private final Enroller enroller;

  public RetryingEnroller(AgentConfig config, OperatorLog log, Clock clock, Waiter waiter) {
    this.config = config;
    this.log = log;
    this.clock = clock;
    this.waiter = waiter;
    this.enroller =
        new Enroller(
            new ConfiguredEndpoints(config, clock),
            new Verification(config.limits().maxHeadAge()),
            RegistryArtifact.load(),
            clock);
  }

  /** After at most so many looks, one every poll. */
  public AgentState enrol(StateStore store, StateStore.Found before, int looks)
      throws IOException, EndpointUnreachable, InterruptedException {
    String said = "";
    for (int look = 1; ; look++) {
      String hindrance;
      try {
        return finish(store, before, enroller.enrol(config.pinned(), start(before)));
      } catch (RuleViolation e) {
        if (look >= looks || !PASSING.contains(e.rule())) {
          throw e;
        }
        hindrance = e.rule().slug() + ": " + e.detail();
      } catch (EndpointUnreachable e) {
        if (look >= looks) {
          throw e;
        }
        hindrance = e.detail();
      }
      if (!hindrance.equals(said)) {
        log.warn("not enrolled yet, nothing is enforced: " + hindrance);
        said = hindrance;
      }
      waiter.pause(config.limits().poll());
    }
  }

  private AgentState finish(StateStore store, StateStore.Found before, AgentState enrolled)
      throws IOException {
    AgentState state = knownLevel(before) ? enrolled : enrolled.withEnforced(now(enrolled));
    store.enrol(state);
    log.info(
        "enrolled: site %s (%s), registry %s on chain %d, sequence %d, head %s, proven until %s"
            .formatted(
                state.enrolment().site().name(),
                state.enrolment().siteId(),
                state.enrolment().deployment().domain().registry(),
                state.enrolment().deployment().domain().chainId(),
                state.log().length(),
                state.log().head(),
                OperatorFormat.time(state.times().provenAt())));
    return state;
  }

  private boolean knownLevel(StateStore.Found before) {
    return !(before instanceof StateStore.Damaged) || LastStatus.level(config.state()).isPresent();
  }

  /** A new site runs in full; one whose state was lost is taken to be where it last said. */
  private EnforcedLevel start(StateStore.Found before) {
    return switch (before) {
      case StateStore.NeverEnrolled never -> EnforcedLevel.FULL;
      case StateStore.Ready ready -> ready.state().enforced();
      case StateStore.Damaged damaged -> {
        OptionalInt level = LastStatus.level(config.state());
        yield level.isPresent()
            ? new EnforcedLevel(level.getAsInt(), level.getAsInt())
            : EnforcedLevel.FULL;
      }
    };
  }

  /** Where nobody knows what the site was at, it is most likely where it has to be. */
  private EnforcedLevel now(AgentState enrolled) {
    int target =
        new CeilingPlanner(config.limits().offlineGrace())
            .plan(enrolled, clock.instant().getEpochSecond())
            .targetBps();
    return new EnforcedLevel(target, target);
  }
}
