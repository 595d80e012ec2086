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
 * The ceiling of one site (protocol "The ceiling of a site at time t"). All in signed 64-bit
 * integers; times are Unix seconds below 2^48.
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

  /** The ceiling at a time. */
  public SiteCeiling at(Collection<? extends CeilingReduction> reductions, long time) {
    return least(reductions, one -> time);
  }

  /**
   * The ceiling for someone who does not trust their clock to raise it: each reduction at its worst
   * moment between a proven time and the clock.
   *
   * @param proven P, the block time proven last
   * @param clock C
   */
  public SiteCeiling atWorst(
      Collection<? extends CeilingReduction> reductions, long proven, long clock) {
    return least(reductions, one -> Math.min(Math.max(end(one), proven), Math.max(clock, proven)));
  }

  /** Whether a decision may reach the site at all: small clusters are exempt, always. */
  public boolean isExempt() {
    return site.clusterPflops().isLessThan(parameters.exemptBelowPflops());
  }

  /** Whether this ever lowers the site's ceiling. A lapse spares the exempt alone. */
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

  /** When the site's way down begins, s. */
  public long start(CeilingReduction reduction) {
    return reduction.startsAt(parameters.leadSeconds()) + offset(reduction);
  }

  /** When the site's way back up begins, e. */
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

  /** The site's place within the stagger: every site has its own, and anyone can reckon it. */
  private long offset(CeilingReduction reduction) {
    byte[] hash = Sha256.hash(reduction.id().bytes(), siteId.bytes()).bytes();
    return Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), reduction.staggerSeconds() + 1);
  }
}
