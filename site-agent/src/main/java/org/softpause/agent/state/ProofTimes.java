package org.softpause.agent.state;

import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The times that never fall, Unix seconds.
 *
 * @param provenAt P: the block time up to which the log is proven
 * @param clockSeen the latest reading of the agent's clock that was near P; turning the clock back
 *     takes none of it away
 * @param freshAt the reading of the agent's clock at the last proof: where offline grace begins
 */
public record ProofTimes(long provenAt, long clockSeen, long freshAt) {
  private static final long UINT53 = (1L << 53) - 1;

  /** After a proof of time {@code provenAt} at the clock's {@code now}. */
  public ProofTimes proven(long provenAt, long now) {
    return new ProofTimes(Math.max(this.provenAt, provenAt), clockSeen, now);
  }

  /** A reading far past P is not kept: a clock that once ran ahead must not bind for ever. */
  public ProofTimes seen(long now, long maxHeadAge) {
    return now <= provenAt + maxHeadAge
        ? new ProofTimes(provenAt, Math.max(clockSeen, now), freshAt)
        : this;
  }

  /** The reading that counts: turning the clock back brings nothing up. */
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
