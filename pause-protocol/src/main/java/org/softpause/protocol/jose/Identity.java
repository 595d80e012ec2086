package org.softpause.protocol.jose;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;

/** The private side of a {@link PublicIdentity}, wherever its key is kept. */
public interface Identity {
  PublicIdentity publicIdentity();

  /**
   * Signs a document.
   *
   * @param payload canonical JSON of an object with a {@code type} member
   * @throws RuleViolation {@link Rule#NOT_CANONICAL} or another rule that {@link Jws} checks
   */
  Jws sign(byte[] payload);

  /** Signs the canonical encoding of a document. */
  default Jws sign(JsonObject document) {
    return sign(CanonicalJson.encode(document));
  }
}
