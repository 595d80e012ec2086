package org.softpause.agent.state;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.token.Assurance;

/**
 * An entry of the overlay, seen and not proven yet (protocol "Token"). Because the overlay only
 * lowers, further claims about an entry can only make it start earlier and stay longer.
 *
 * @param firstSeen the reading of the agent's clock at first sight, Unix seconds
 * @param earliestClaim the earliest anchoring time claimed for the entry; 0 if it was ever shown
 *     without one
 * @param latestClaim the latest anchoring time claimed for the entry; 0 without any
 */
public record UnprovenEntry(
    Certificate certificate,
    Assurance assurance,
    long firstSeen,
    long earliestClaim,
    long latestClaim) {
  private static final long UINT48 = (1L << 48) - 1;
  private static final long STAYS_SECONDS = 3600;

  /** An entry shown as anchored at {@code claimed}, Unix seconds. */
  public static UnprovenEntry anchored(
      Certificate certificate, Assurance assurance, long firstSeen, long claimed) {
    return new UnprovenEntry(certificate, assurance, firstSeen, claimed, claimed);
  }

  /** An entry shown as not anchored yet. */
  public static UnprovenEntry unanchored(Certificate certificate, long firstSeen) {
    return new UnprovenEntry(certificate, Assurance.CERTIFIED, firstSeen, 0, 0);
  }

  public Bytes32 id() {
    return certificate.id();
  }

  /** The anchoring time that planning uses: the later of the claimed one and the first sight. */
  public long actsFrom() {
    return Math.max(firstSeen, earliestClaim);
  }

  /** Whether a log proven up to {@code provenAt} refutes the entry by lacking it. */
  public boolean isRefutedAt(long provenAt) {
    return provenAt > Math.max(firstSeen, latestClaim) + STAYS_SECONDS;
  }

  /** The entry after it was shown again. */
  public UnprovenEntry again(UnprovenEntry later) {
    return new UnprovenEntry(
        certificate,
        later.assurance,
        firstSeen,
        Math.min(earliestClaim, later.earliestClaim),
        Math.max(latestClaim, later.latestClaim));
  }

  static UnprovenEntry read(ObjectReader in) {
    return new UnprovenEntry(
        in.object("certificate", Certificate::read),
        in.value("assurance", Assurance::valueOf),
        in.number("firstSeen", 0, UINT48),
        in.number("earliestClaim", 0, UINT48),
        in.number("latestClaim", 0, UINT48));
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .json("certificate", certificate.toJson())
        .text("assurance", assurance.name())
        .number("firstSeen", firstSeen)
        .number("earliestClaim", earliestClaim)
        .number("latestClaim", latestClaim)
        .toJson();
  }
}
