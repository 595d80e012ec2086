package org.softpause.auditor.history;

import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.registry.CeilingReduction;

/**
 * The lowest ceiling over time that one reduction gives to any site. It follows the first site down
 * and the last site up, because each site has its own offset (protocol "Sites and their ceiling").
 *
 * @param bps the lowest ceiling in basis points
 * @param start when the first site begins to step down
 * @param bottom when the first site has reached the lowest ceiling
 * @param rise when the last site begins to step up
 * @param end when the last site is back at 100 %
 */
record ReductionProfile(int bps, long start, long bottom, long rise, long end) {
  static ReductionProfile of(CeilingReduction reduction, long leadSeconds) {
    long start = reduction.startsAt(leadSeconds);
    long seconds = Math.max(0, Math.min(reduction.endsAt() - start, reduction.rampSeconds()));
    long full = (long) CeilingCalculator.FULL_BPS - reduction.ceilingBps();
    long depth = full * seconds / reduction.rampSeconds();
    long rise = Math.max(start, reduction.endsAt()) + reduction.staggerSeconds();
    return new ReductionProfile(
        (int) (CeilingCalculator.FULL_BPS - depth), start, start + seconds, rise, rise + seconds);
  }

  /** Whether it lowers any site; a pause that is lifted before it starts lowers none. */
  boolean isFelt() {
    return bps < CeilingCalculator.FULL_BPS;
  }

  /** The ceiling at a time, in basis points. */
  int at(long time) {
    if (time <= start || time >= end) {
      return CeilingCalculator.FULL_BPS;
    }
    long depth = (long) CeilingCalculator.FULL_BPS - bps;
    if (time < bottom) {
      return (int) (CeilingCalculator.FULL_BPS - depth * (time - start) / (bottom - start));
    }
    return time <= rise ? bps : (int) (bps + depth * (time - rise) / (end - rise));
  }
}
