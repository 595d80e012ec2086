package org.softpause.protocol.decision;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;

/**
 * A decision to lower the ceiling of the sites in a scope for a time (protocol "What can be
 * decided", Pause).
 *
 * @param ceilingBps 100..9999 hundredths of a per cent of a site's peak
 * @param effectiveAt Unix seconds; the registry's lead may start it later
 * @param expiresAt Unix seconds, from which the ramp back up begins
 * @param rampSeconds how long each site takes down and up again, 1..86400
 * @param staggerSeconds how far apart sites may begin, at most 86400
 * @param drill an exercise: anchored and delivered, never counted towards a ceiling
 */
public record Pause(
    MandateName mandate,
    long epoch,
    Slot slot,
    int ceilingBps,
    long effectiveAt,
    long expiresAt,
    long rampSeconds,
    long staggerSeconds,
    Scope scope,
    boolean drill,
    long proposedAt,
    long anchorBy,
    Bytes32 reasonHash)
    implements SlotDecision {
  public static final int MIN_CEILING_BPS = 100;
  public static final int MAX_CEILING_BPS = 9_999;

  /** The longest ramp and the longest stagger: one day. */
  public static final long MAX_GRACE_SECONDS = 86_400;

  private static final long LONGEST_DRILL_SECONDS = 604_800;
  private static final Bytes32 TYPE =
      StructHash.type(
          "Pause(uint8 mandate,uint32 epoch,uint8 slot,uint16 ceilingBps,uint48 effectiveAt,"
              + "uint48 expiresAt,uint32 rampSeconds,uint32 staggerSeconds,Scope scope,bool drill,"
              + "uint48 proposedAt,uint48 anchorBy,bytes32 reasonHash)"
              + "Scope(uint16[] regions,uint8 hardwareClasses,uint64 minPeakPflops)");

  /** Checks the values in the contract's order. */
  public Pause {
    Uint.require(48, "effectiveAt", effectiveAt);
    Uint.require(48, "expiresAt", expiresAt);
    Validity.require(epoch, proposedAt, anchorBy);
    requirePlace(mandate, slot, drill);
    requireWithin(
        Rule.CEILING_OUT_OF_RANGE, "ceilingBps", ceilingBps, MIN_CEILING_BPS, MAX_CEILING_BPS);
    requireWithin(Rule.RAMP_OUT_OF_RANGE, "rampSeconds", rampSeconds, 1, MAX_GRACE_SECONDS);
    requireWithin(Rule.STAGGER_TOO_LONG, "staggerSeconds", staggerSeconds, 0, MAX_GRACE_SECONDS);
  }

  private static void requirePlace(MandateName mandate, Slot slot, boolean drill) {
    if (!mandate.mayPauseIn(slot)) {
      throw new RuleViolation(Rule.SLOT_OUT_OF_RANGE, mandate + " has no slot " + slot);
    }
    if (drill && !slot.isForDrills()) {
      throw new RuleViolation(
          Rule.SLOT_NOT_FOR_DRILLS, "drills go in slots 10, 11 and 15, not " + slot);
    }
  }

  private static void requireWithin(Rule rule, String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new RuleViolation(rule, field + " " + value + " is outside " + least + ".." + most);
    }
  }

  /** The most seconds that may pass from the first cut to the last site's return. */
  public long longestSeconds() {
    return drill ? LONGEST_DRILL_SECONDS : mandate.longestPauseSeconds();
  }

  @Override
  public Bytes32 structHash() {
    return new StructHash(TYPE)
        .uint(mandate.code())
        .uint(epoch)
        .uint(slot.value())
        .uint(ceilingBps)
        .uint(effectiveAt)
        .uint(expiresAt)
        .uint(rampSeconds)
        .uint(staggerSeconds)
        .bytes32(scope.structHash())
        .bool(drill)
        .uint(proposedAt)
        .uint(anchorBy)
        .bytes32(reasonHash)
        .hash();
  }
}
