package org.softpause.protocol.ceiling;

import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.Arrays;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.site.SiteRecord;

/**
 * Computes ceilings by the protocol page's formulas, symbol by symbol, in unbounded integers. It is
 * slow and shares no arithmetic with the product.
 */
final class ReferenceCeiling {
  private static final BigInteger FULL = BigInteger.valueOf(10_000);

  private ReferenceCeiling() {}

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  /** The scope of a pause. A lapse reaches every site that is not exempt. */
  static BigInteger ceiling(
      RegistryParameters parameters, SiteRecord site, AnchoredPause entry, BigInteger t) {
    return isReached(site, entry.pause())
        ? ceiling(parameters, site, Terms.of(parameters, entry), t)
        : FULL;
  }

  static BigInteger ceiling(
      RegistryParameters parameters, SiteRecord site, Terms terms, BigInteger t) {
    BigInteger cluster = new BigInteger(site.clusterPflops().toString());
    BigInteger exempt = new BigInteger(parameters.exemptBelowPflops().toString());
    return cluster.compareTo(exempt) < 0 ? FULL : FULL.subtract(reduction(site, terms, t));
  }

  private static boolean isReached(SiteRecord site, Pause pause) {
    BigInteger cluster = new BigInteger(site.clusterPflops().toString());
    BigInteger least = new BigInteger(pause.scope().minPeakPflops().toString());
    boolean region =
        pause.scope().regions().isEmpty() || pause.scope().regions().contains(site.region());
    int bit = site.hardwareClass().bit();
    boolean hardware = bit == 4 || (pause.scope().hardwareClasses() & bit) == bit;
    return !pause.drill() && region && hardware && cluster.compareTo(least) >= 0;
  }

  private static BigInteger reduction(SiteRecord site, Terms terms, BigInteger t) {
    BigInteger s = start(site, terms);
    BigInteger e = end(site, terms);
    BigInteger ramp = terms.ramp();
    BigInteger x =
        t.min(e).min(terms.liftedAt()).subtract(s).min(ramp).subtract(ZERO.max(t.subtract(e)));
    return FULL.subtract(big(terms.ceilingBps())).multiply(ZERO.max(x)).divide(ramp);
  }

  static BigInteger start(SiteRecord site, Terms terms) {
    return terms.start().add(offset(site, terms));
  }

  static BigInteger end(SiteRecord site, Terms terms) {
    return terms.expiresAt().min(terms.liftedAt()).add(offset(site, terms));
  }

  static BigInteger worstMoment(SiteRecord site, Terms terms, long proven, long clock) {
    return end(site, terms).max(big(proven)).min(big(clock).max(big(proven)));
  }

  static BigInteger allowed(SiteRecord site, BigInteger ceiling) {
    return new BigInteger(site.peakPflops().toString()).multiply(ceiling).divide(FULL);
  }

  private static BigInteger offset(SiteRecord site, Terms terms) {
    byte[] hash = Sha256.hash(terms.id().bytes(), site.siteId().bytes()).bytes();
    BigInteger first = new BigInteger(1, Arrays.copyOf(hash, 8));
    return first.mod(terms.stagger().add(BigInteger.ONE));
  }
}
