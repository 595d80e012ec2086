package org.softpause.protocol.ceiling;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.CeilingReduction;
import org.softpause.protocol.registry.Lapse;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.site.SiteRecord;

/**
 * Calculates the ceiling of one site (protocol "Sites and their ceiling") in signed 64-bit
 * integers. Times are Unix seconds below 2^48, so that no sum overflows.
 */
public final class CeilingCalculator {
  public static final int FULL_BPS = 10_000;

  private final RegistryParameters parameters;
  private final SiteRecord site;
  private final Bytes32 siteId;

  public CeilingCalculator(RegistryParameters parameters, SiteRecord site) {
    this(parameters, site, site.siteId());
  }

  CeilingCalculator(RegistryParameters parameters, SiteRecord site, Bytes32 siteId) {
    this.parameters = parameters;
    this.site = site;
    this.siteId = siteId;
  }

  /** Calculates the ceiling at a time. */
  public SiteCeiling at(Collection<? extends CeilingReduction> reductions, long time) {
    return least(reductions, one -> time);
  }

  /**
   * Calculates the ceiling for someone whose clock must not raise it: each reduction counts at its
   * worst moment between a proven time and the clock.
   *
   * @param proven P, the block time proven last
   * @param clock C
   */
  public SiteCeiling atWorst(
      Collection<? extends CeilingReduction> reductions, long proven, long clock) {
    return least(reductions, one -> Math.min(Math.max(end(one), proven), Math.max(clock, proven)));
  }

  /** Whether the site's cluster is so small that no decision and no lapse can ever reach it. */
  public boolean isExempt() {
    return site.clusterPflops().isLessThan(parameters.exemptBelowPflops());
  }

  /**
   * Whether this reduction ever lowers the site's ceiling. A lapse lowers every site that is not
   * exempt.
   */
  public boolean isReachedBy(CeilingReduction reduction) {
    return !isExempt()
        && switch (reduction) {
          case AnchoredPause anchored -> isNamedBy(anchored.pause());
          case Lapse lapse -> true;
        };
  }

  private boolean isNamedBy(Pause pause) {
    return !pause.drill() && site.isWithin(pause.scope());
  }

  /** When the site starts to lower its ceiling: s in the protocol. */
  public long start(CeilingReduction reduction) {
    return reduction.startsAt(parameters.leadSeconds()) + offset(reduction);
  }

  /** When the site starts to raise its ceiling again: e in the protocol. */
  public long end(CeilingReduction reduction) {
    return reduction.endsAt() + offset(reduction);
  }

  /** ⌊peak · bps / 10000⌋ PFLOP/s. */
  public long allowedPflops(int bps) {
    return site.peakPflops().bits() * bps / FULL_BPS;
  }

  private interface Moment {
    long of(CeilingReduction reduction);
  }

  private SiteCeiling least(Collection<? extends CeilingReduction> reductions, Moment moment) {
    int bps = FULL_BPS;
    Optional<CeilingReduction> binding = Optional.empty();
    for (CeilingReduction reduction : reductions) {
      int ceiling = ceilingUnder(reduction, moment.of(reduction));
      if (ceiling < bps) {
        bps = ceiling;
        binding = Optional.of(reduction);
      }
    }
    return new SiteCeiling(bps, allowedPflops(bps), binding);
  }

  private int ceilingUnder(CeilingReduction lowering, long time) {
    if (!isReachedBy(lowering)) {
      return FULL_BPS;
    }
    long s = start(lowering);
    long e = end(lowering);
    long ramp = lowering.rampSeconds();
    long down = Math.min(Math.min(Math.min(time, e), lowering.liftedAt()) - s, ramp);
    long x = down - Math.max(0, time - e);
    // Neither factor is negative, so that the division rounds down.
    long reduction = (FULL_BPS - lowering.ceilingBps()) * Math.max(0, x) / ramp;
    return FULL_BPS - (int) reduction;
  }

  /**
   * The seconds within the stagger at which this site starts. Sites differ in it, and anyone can
   * compute it.
   */
  private long offset(CeilingReduction reduction) {
    byte[] hash = Sha256.hash(reduction.id().bytes(), siteId.bytes()).bytes();
    return Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), reduction.staggerSeconds() + 1);
  }
}
