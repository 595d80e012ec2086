package org.softpause.protocol.ceiling;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.Parameters;
import org.softpause.protocol.site.SiteRecord;

/**
 * The ceiling of one site (protocol "The ceiling of a site at time t"). All in signed 64-bit
 * integers; times are Unix seconds below 2^48.
 */
public final class CeilingReckoning {
  public static final int FULL_BPS = 10_000;

  private final Parameters parameters;
  private final SiteRecord site;
  private final Bytes32 siteId;

  public CeilingReckoning(Parameters parameters, SiteRecord site) {
    this(parameters, site, site.siteId());
  }

  CeilingReckoning(Parameters parameters, SiteRecord site, Bytes32 siteId) {
    this.parameters = parameters;
    this.site = site;
    this.siteId = siteId;
  }

  /** The ceiling at a time. */
  public SiteCeiling at(Collection<AnchoredPause> pauses, long time) {
    return least(pauses, pause -> time);
  }

  /**
   * The ceiling for someone who does not trust their clock to raise it: each pause at its worst
   * moment between a proven time and the clock.
   *
   * @param proven P, the block time proven last
   * @param clock C
   */
  public SiteCeiling atWorst(Collection<AnchoredPause> pauses, long proven, long clock) {
    return least(pauses, pause -> Math.min(Math.max(end(pause), proven), Math.max(clock, proven)));
  }

  /** Whether a decision may reach the site at all: small clusters are exempt, always. */
  public boolean isExempt() {
    return site.clusterPflops().isLessThan(parameters.exemptBelowPflops());
  }

  /** Whether this pause ever lowers the site's ceiling. */
  public boolean isReachedBy(Pause pause) {
    return !isExempt() && !pause.drill() && site.isWithin(pause.scope());
  }

  /** When the site's way down begins, s. */
  public long start(AnchoredPause anchored) {
    long earliest = anchored.anchoredAt() + parameters.leadSeconds();
    return Math.max(anchored.pause().effectiveAt(), earliest) + offset(anchored);
  }

  /** When the site's way back up begins, e. */
  public long end(AnchoredPause anchored) {
    return Math.min(anchored.pause().expiresAt(), anchored.liftedAt()) + offset(anchored);
  }

  /** ⌊peak · bps / 10000⌋ PFLOP/s. */
  public long allowedPflops(int bps) {
    return site.peakPflops().bits() * bps / FULL_BPS;
  }

  private interface Moment {
    long of(AnchoredPause pause);
  }

  private SiteCeiling least(Collection<AnchoredPause> pauses, Moment moment) {
    int bps = FULL_BPS;
    Optional<AnchoredPause> binding = Optional.empty();
    for (AnchoredPause pause : pauses) {
      int ceiling = ceilingUnder(pause, moment.of(pause));
      if (ceiling < bps) {
        bps = ceiling;
        binding = Optional.of(pause);
      }
    }
    return new SiteCeiling(bps, allowedPflops(bps), binding);
  }

  private int ceilingUnder(AnchoredPause anchored, long time) {
    Pause pause = anchored.pause();
    if (!isReachedBy(pause)) {
      return FULL_BPS;
    }
    long s = start(anchored);
    long e = end(anchored);
    long ramp = pause.rampSeconds();
    long down = Math.min(Math.min(Math.min(time, e), anchored.liftedAt()) - s, ramp);
    long x = down - Math.max(0, time - e);
    // Neither factor is negative, so that the division rounds down.
    long reduction = (FULL_BPS - pause.ceilingBps()) * Math.max(0, x) / ramp;
    return FULL_BPS - (int) reduction;
  }

  /** The site's place within the stagger: every site has its own, and anyone can reckon it. */
  private long offset(AnchoredPause anchored) {
    byte[] hash = Sha256.hash(anchored.id().bytes(), siteId.bytes()).bytes();
    return Long.remainderUnsigned(
        ByteBuffer.wrap(hash).getLong(), anchored.pause().staggerSeconds() + 1);
  }
}
