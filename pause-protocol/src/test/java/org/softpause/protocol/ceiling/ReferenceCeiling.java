package org.softpause.protocol.ceiling;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.Arrays;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.Parameters;
import org.softpause.protocol.site.SiteRecord;

/**
 * The protocol page's formulas, symbol by symbol, in integers without a size: slow, and independent
 * of the product's arithmetic.
 */
final class ReferenceCeiling {
  private static final BigInteger FULL = BigInteger.valueOf(10_000);

  private ReferenceCeiling() {}

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  static BigInteger ceiling(
      Parameters parameters, SiteRecord site, AnchoredPause entry, BigInteger t) {
    Pause pause = entry.pause();
    BigInteger cluster = new BigInteger(site.clusterPflops().toString());
    BigInteger exempt = new BigInteger(parameters.exemptBelowPflops().toString());
    BigInteger least = new BigInteger(pause.scope().minPeakPflops().toString());
    boolean region =
        pause.scope().regions().isEmpty() || pause.scope().regions().contains(site.region());
    int bit = site.hardwareClass().bit();
    boolean hardware = bit == 4 || (pause.scope().hardwareClasses() & bit) == bit;
    if (cluster.compareTo(exempt) < 0
        || pause.drill()
        || !region
        || !hardware
        || cluster.compareTo(least) < 0) {
      return FULL;
    }
    return FULL.subtract(reduction(parameters, site, entry, t));
  }

  static BigInteger reduction(
      Parameters parameters, SiteRecord site, AnchoredPause entry, BigInteger t) {
    Pause pause = entry.pause();
    BigInteger offset = offset(site, entry);
    BigInteger earliest = big(entry.anchoredAt()).add(big(parameters.leadSeconds()));
    BigInteger s = big(pause.effectiveAt()).max(earliest).add(offset);
    BigInteger e = end(site, entry);
    BigInteger liftedAt = big(entry.liftedAt());
    BigInteger ramp = big(pause.rampSeconds());
    BigInteger x = t.min(e).min(liftedAt).subtract(s).min(ramp).subtract(ZERO.max(t.subtract(e)));
    return FULL.subtract(big(pause.ceilingBps())).multiply(ZERO.max(x)).divide(ramp);
  }

  static BigInteger end(SiteRecord site, AnchoredPause entry) {
    return big(entry.pause().expiresAt()).min(big(entry.liftedAt())).add(offset(site, entry));
  }

  static BigInteger worstMoment(SiteRecord site, AnchoredPause entry, long proven, long clock) {
    return end(site, entry).max(big(proven)).min(big(clock).max(big(proven)));
  }

  static BigInteger allowed(SiteRecord site, BigInteger ceiling) {
    return new BigInteger(site.peakPflops().toString()).multiply(ceiling).divide(FULL);
  }

  private static BigInteger offset(SiteRecord site, AnchoredPause entry) {
    byte[] hash = Sha256.hash(entry.id().bytes(), site.siteId().bytes()).bytes();
    BigInteger first = new BigInteger(1, Arrays.copyOf(hash, 8));
    return first.mod(big(entry.pause().staggerSeconds() + 1));
  }
}
