package org.softpause.signer.state;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A signature share that has, or may have, left this machine. Any later request gets the same
 * bytes.
 */
public record FinishedShare(Bytes32 subject, Bytes32 roster, Bytes32 packageHash, Jws message) {
  boolean isFor(Bytes32 otherSubject, Bytes32 otherRoster) {
    return subject.equals(otherSubject) && roster.equals(otherRoster);
  }

  static FinishedShare read(ObjectReader in) {
    return new FinishedShare(
        in.bytes32("subject"),
        in.bytes32("roster"),
        in.bytes32("package"),
        in.value("message", Jws::parse));
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .bytes32("subject", subject)
        .bytes32("roster", roster)
        .bytes32("package", packageHash)
        .text("message", message.compact())
        .toJson();
  }
}
