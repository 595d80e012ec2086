package org.softpause.protocol.token;

import java.util.OptionalLong;
import org.softpause.protocol.Uint;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.Certificate;

/**
 * A certificate whose block is not final, or that is in no block yet. It may only lower a ceiling.
 *
 * @param anchoredAt the timestamp of its block if it is in one, Unix seconds
 */
public record PendingCertificate(Certificate certificate, OptionalLong anchoredAt) {
  /** Codec for {@link ObjectReader#objects}. */
  public static PendingCertificate read(ObjectReader in) {
    Certificate certificate = in.object("certificate", Certificate::read);
    return new PendingCertificate(
        certificate,
        in.has("anchoredAt")
            ? OptionalLong.of(in.number("anchoredAt", 0, Uint.MAX_48))
            : OptionalLong.empty());
  }

  public JsonObject toJson() {
    ObjectWriter out = new ObjectWriter().json("certificate", certificate.toJson());
    anchoredAt.ifPresent(time -> out.number("anchoredAt", time));
    return out.toJson();
  }
}
