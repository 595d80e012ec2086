package org.softpause.protocol.registry;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A pause in the log, with the times of its anchoring and of its lift.
 *
 * @param anchoredAt Unix seconds
 * @param liftedAt the anchoring time of its lift, {@link #NEVER} without one
 */
public record AnchoredPause(Bytes32 id, Pause pause, long anchoredAt, long liftedAt)
    implements CeilingReduction {
  /** Stands for a lift that never came: 2^48 − 1. */
  public static final long NEVER = Uint.MAX_48;

  public AnchoredPause(Bytes32 id, Pause pause, long anchoredAt) {
    this(id, pause, anchoredAt, NEVER);
  }

  public boolean isLifted() {
    return liftedAt != NEVER;
  }

  public AnchoredPause liftedAt(long time) {
    return new AnchoredPause(id, pause, anchoredAt, time);
  }

  @Override
  public int ceilingBps() {
    return pause.ceilingBps();
  }

  @Override
  public long startsAt(long leadSeconds) {
    return Math.max(pause.effectiveAt(), anchoredAt + leadSeconds);
  }

  @Override
  public long endsAt() {
    return Math.min(pause.expiresAt(), liftedAt);
  }

  @Override
  public long rampSeconds() {
    return pause.rampSeconds();
  }

  @Override
  public long staggerSeconds() {
    return pause.staggerSeconds();
  }

  /**
   * Unix seconds at which the slot is free again, because the last site is back or the drill has
   * ended. A pause that was lifted before it began has lowered no site, so it ends with its lift.
   */
  public long lastRampEndsAt(long leadSeconds) {
    boolean felt = !pause.drill() && startsAt(leadSeconds) < endsAt();
    return felt ? endsAt() + pause.staggerSeconds() + pause.rampSeconds() : endsAt();
  }

  /** Codec for {@link ObjectReader#object}. */
  static AnchoredPause read(ObjectReader in) {
    return new AnchoredPause(
        in.bytes32("id"),
        in.object("decision", AnchoredPause::readPause),
        in.number("anchoredAt", 0, NEVER),
        in.number("liftedAt", 0, NEVER));
  }

  private static Pause readPause(ObjectReader in) {
    if (DecisionJson.read(in) instanceof Pause pause) {
      return pause;
    }
    throw new RuleViolation(Rule.UNKNOWN_DECISION_TYPE, "only a pause occupies a slot");
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .bytes32("id", id)
        .json("decision", DecisionJson.write(pause))
        .number("anchoredAt", anchoredAt)
        .number("liftedAt", liftedAt)
        .toJson();
  }
}
