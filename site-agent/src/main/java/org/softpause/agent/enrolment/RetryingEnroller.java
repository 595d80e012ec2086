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

/**
 * Tries to enrol, once every poll, until it succeeds or its attempts are used up, and then writes
 * the state.
 */
public final class RetryingEnroller {
  /**
   * The rules that may hold a moment later, when a block has become final or a drill is anchored.
   */
  private static final Set<Rule> RETRYABLE =
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

  /** Enrols, after at most so many attempts. */
  public AgentState enrol(StateStore store, StateStore.Found before, int attempts)
      throws IOException, EndpointUnreachable, InterruptedException {
    config.sourceWarning().ifPresent(log::warn);
    String said = "";
    for (int attempt = 1; ; attempt++) {
      String hindrance;
      try {
        return finish(store, before, enroller.enrol(config.pinned(), start(before)));
      } catch (RuleViolation e) {
        if (attempt >= attempts || !RETRYABLE.contains(e.rule())) {
          throw e;
        }
        hindrance = e.rule().slug() + ": " + e.detail();
      } catch (EndpointUnreachable e) {
        if (attempt >= attempts) {
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
    state.enrolment().hardwareWarning().ifPresent(log::warn);
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

  /**
   * The level to start from: full capacity for a new site, and the last reported level where the
   * state was lost.
   */
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

  /** The level to assume where none is known: the one that the site has to be at. */
  private EnforcedLevel now(AgentState enrolled) {
    int target =
        new CeilingPlanner(config.limits().offlineGrace())
            .plan(enrolled, clock.instant().getEpochSecond())
            .targetBps();
    return new EnforcedLevel(target, target);
  }
}
