package org.softpause.agent.state;

import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The times of the last proof and of the agent's clock, Unix seconds.
 *
 * @param provenAt the block time up to which the log is proven, P in the protocol; it never falls
 * @param clockSeen the latest reading of the agent's clock that was near P; it never falls, even if
 *     the clock is turned back
 * @param freshAt the reading of the agent's clock at the last proof, from which the offline grace
 *     counts
 */
public record ProofTimes(long provenAt, long clockSeen, long freshAt) {
  private static final long UINT53 = (1L << 53) - 1;

  /** The times after a proof up to {@code provenAt}, made when the clock read {@code now}. */
  public ProofTimes proven(long provenAt, long now) {
    return new ProofTimes(Math.max(this.provenAt, provenAt), clockSeen, now);
  }

  /**
   * Keeps a clock reading unless it is far past P, so that a clock that once ran ahead does not
   * bind for ever.
   */
  public ProofTimes seen(long now, long maxHeadAge) {
    return now <= provenAt + maxHeadAge
        ? new ProofTimes(provenAt, Math.max(clockSeen, now), freshAt)
        : this;
  }

  /**
   * The reading that planning uses. It never falls, so that turning the clock back raises nothing.
   */
  public long clock(long now) {
    return Math.max(now, clockSeen);
  }

  static ProofTimes read(ObjectReader in) {
    return new ProofTimes(
        in.number("provenAt", 0, UINT53),
        in.number("clockSeen", 0, UINT53),
        in.number("freshAt", 0, UINT53));
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .number("provenAt", provenAt)
        .number("clockSeen", clockSeen)
        .number("freshAt", freshAt)
        .toJson();
  }
}
