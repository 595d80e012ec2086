package org.softpause.agent.state;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.token.Assurance;

/**
 * An entry that was seen and is not proven yet (protocol "Token", overlay). Other claims about it
 * can bring its start forward and put off its leaving, never the other way round: an overlay only
 * lowers.
 *
 * @param firstSeen by the agent's own clock, Unix seconds
 * @param earliestClaim the earliest anchoring time that was claimed for it, 0 if ever shown without
 * @param latestClaim the latest, 0 without any
 */
public record UnprovenEntry(
    Certificate certificate,
    Assurance assurance,
    long firstSeen,
    long earliestClaim,
    long latestClaim) {
  private static final long UINT48 = (1L << 48) - 1;
  private static final long STAYS_SECONDS = 3600;

  /** Shown as anchored at {@code claimed}. */
  public static UnprovenEntry anchored(
      Certificate certificate, Assurance assurance, long firstSeen, long claimed) {
    return new UnprovenEntry(certificate, assurance, firstSeen, claimed, claimed);
  }

  /** Shown as not anchored yet. */
  public static UnprovenEntry unanchored(Certificate certificate, long firstSeen) {
    return new UnprovenEntry(certificate, Assurance.CERTIFIED, firstSeen, 0, 0);
  }

  public Bytes32 id() {
    return certificate.id();
  }

  /** What counts as its anchoring time: the later of the claimed one and the first sight. */
  public long actsFrom() {
    return Math.max(firstSeen, earliestClaim);
  }

  /** Whether a proven log of this time that lacks the entry is proof enough against it. */
  public boolean isRefutedAt(long provenAt) {
    return provenAt > Math.max(firstSeen, latestClaim) + STAYS_SECONDS;
  }

  /** This entry shown once more. */
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
