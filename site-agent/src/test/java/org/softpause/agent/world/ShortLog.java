package org.softpause.agent.world;

import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;

/** A log of a drill, a pause and its lift, made once and without a network. */
public final class ShortLog {
  /** When the pause and its lift are anchored, Unix seconds. */
  public static final long ANCHORED_AT = World.BEGINNING;

  /** The three entries. */
  public static final VerifiedLog LOG = make();

  private ShortLog() {}

  private static VerifiedLog make() {
    SimulatedRegistry registry =
        new SimulatedRegistry(
            new TestCommittee(new SeededRandom(20_261_128)), SimulatedRegistry.WITHOUT_LICENCE);
    registry.anchor(
        registry.drill(SimulatedRegistry.DEPLOYED_AT + 5), SimulatedRegistry.DEPLOYED_AT + 10);
    LogEntry pause =
        registry.anchor(
            registry.pause(0, ANCHORED_AT, ANCHORED_AT + 3600, ANCHORED_AT - 1), ANCHORED_AT);
    registry.anchor(registry.lift(pause, ANCHORED_AT), ANCHORED_AT);
    return registry.log();
  }

  /** A certificate of a further pause, which carries the signatures of the one in the log. */
  public static Certificate unsigned(long expiresAt) {
    Certificate signed = LOG.entries().get(1).certificate();
    Pause pause = (Pause) signed.decision();
    Pause longer =
        new Pause(
            pause.mandate(),
            pause.epoch(),
            pause.slot(),
            pause.ceilingBps(),
            pause.effectiveAt(),
            expiresAt,
            pause.rampSeconds(),
            pause.staggerSeconds(),
            pause.scope(),
            pause.drill(),
            pause.proposedAt(),
            pause.anchorBy(),
            pause.reasonHash());
    return new Certificate(signed.domain(), longer, signed.signatures());
  }
}
