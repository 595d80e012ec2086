package org.softpause.auditor.history;

import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.registry.CeilingReduction;

/**
 * The lowest ceiling that one reduction gives any site, over time: the first site's way down, the
 * last one's way back (protocol "The ceiling of a site at time t"; an outline, since every site has
 * an offset of its own).
 *
 * @param bps at the bottom
 * @param start when the first site begins to step down
 * @param bottom when it is down
 * @param rise when the last site begins to step up
 * @param end when it is back
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

  /** Whether any site ever feels it: what is lifted before it begins is not felt. */
  boolean isFelt() {
    return bps < CeilingCalculator.FULL_BPS;
  }

  /** At a time, in basis points. */
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
