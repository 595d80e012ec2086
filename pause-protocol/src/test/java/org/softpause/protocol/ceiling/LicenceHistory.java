package org.softpause.protocol.ceiling;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.AnchoredPause;

/**
 * What the log says about the operating licence. Readers of the vectors find the lapses in it.
 *
 * @param operatingUntil the first value, which follows from the genesis
 * @param renewals in the order of the log
 */
record LicenceHistory(Bytes32 head0, long operatingUntil, List<Renewal> renewals) {

  /** A Renew anchored at a time. */
  record Renewal(long anchoredAt, long operatingUntil) {
    static Renewal read(ObjectReader in) {
      return new Renewal(
          in.number("anchoredAt", 0, AnchoredPause.NEVER),
          in.number("operatingUntil", 0, AnchoredPause.NEVER));
    }

    JsonObject toJson() {
      return new ObjectWriter()
          .number("anchoredAt", anchoredAt)
          .number("operatingUntil", operatingUntil)
          .toJson();
    }
  }

  /** A value U and the anchoring of the next Renew, if that came after U or never. */
  record Missed(long operatingUntil, long liftedAt) {}

  List<Missed> missed() {
    List<Missed> missed = new ArrayList<>();
    long until = operatingUntil;
    for (Renewal renewal : renewals) {
      if (renewal.anchoredAt() > until) {
        missed.add(new Missed(until, renewal.anchoredAt()));
      }
      until = renewal.operatingUntil();
    }
    missed.add(new Missed(until, AnchoredPause.NEVER));
    return missed;
  }

  static LicenceHistory read(ObjectReader in) {
    return new LicenceHistory(
        in.bytes32("head0"),
        in.number("operatingUntil", 0, AnchoredPause.NEVER),
        in.objects("renewals", Renewal::read));
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .bytes32("head0", head0)
        .number("operatingUntil", operatingUntil)
        .array("renewals", renewals, Renewal::toJson)
        .toJson();
  }
}
