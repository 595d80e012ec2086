package org.softpause.agent.state;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.token.Assurance;

/**
 * An entry of the overlay: a certificate with a claimed anchoring time, not proven yet (protocol
 * "Token"). Both of its times stay as they were at first sight, so that nobody can keep an entry
 * alive by showing it again.
 *
 * @param firstSeen the reading of the agent's clock at first sight, Unix seconds
 * @param claimed the anchoring time claimed at first sight, Unix seconds
 */
public record UnprovenEntry(
    Certificate certificate, Assurance assurance, long firstSeen, long claimed) {
  /** How long a proven log may lack the entry before it counts as refuted. */
  public static final long STAYS_SECONDS = 3600;

  private static final long UINT48 = (1L << 48) - 1;

  public Bytes32 id() {
    return certificate.id();
  }

  /** The anchoring time that planning uses: the later of the claimed one and the first sight. */
  public long actsFrom() {
    return Math.max(firstSeen, claimed);
  }

  /** Whether a log proven up to {@code provenAt} refutes the entry by lacking it. */
  public boolean isRefutedAt(long provenAt) {
    return provenAt >= claimed + STAYS_SECONDS;
  }

  /** The entry after it was shown again, perhaps with more behind it. */
  UnprovenEntry again(UnprovenEntry later) {
    return new UnprovenEntry(certificate, later.assurance, firstSeen, claimed);
  }

  static UnprovenEntry read(ObjectReader in) {
    return new UnprovenEntry(
        in.object("certificate", Certificate::read),
        in.value("assurance", Assurance::valueOf),
        in.number("firstSeen", 0, UINT48),
        in.number("claimed", 0, UINT48));
  }

  /** Reads the first version of the document, where an entry without a claim has the time 0. */
  static UnprovenEntry readV1(ObjectReader in) {
    UnprovenEntry entry =
        new UnprovenEntry(
            in.object("certificate", Certificate::read),
            in.value("assurance", Assurance::valueOf),
            in.number("firstSeen", 0, UINT48),
            in.number("earliestClaim", 0, UINT48));
    in.number("latestClaim", 0, UINT48);
    return entry;
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .json("certificate", certificate.toJson())
        .text("assurance", assurance.name())
        .number("firstSeen", firstSeen)
        .number("claimed", claimed)
        .toJson();
  }
}
