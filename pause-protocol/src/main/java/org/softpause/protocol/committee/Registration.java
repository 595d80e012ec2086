package org.softpause.protocol.committee;

import org.softpause.protocol.Uint;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The document by which a jurisdiction registers its key: a one-time code and the key, signed by
 * that key.
 *
 * @param name of the jurisdiction
 * @param at Unix seconds
 */
public record Registration(String name, String code, PublicIdentity key, long at) {
  public static final String TYPE = "softpause-registration-v1";
  private static final int MAX_TEXT = 200;

  /**
   * Reads the document, then verifies that the key it names has signed it.
   *
   * @throws org.softpause.protocol.RuleViolation what is wrong with the document or its signature
   */
  public static Registration verified(Jws jws) {
    Registration claim = jws.unverified().read(TYPE, Registration::read);
    jws.verify(claim.key());
    return claim;
  }

  /** Codec for {@link org.softpause.protocol.jose.JwsPayload#read}. */
  public static Registration read(ObjectReader in) {
    return new Registration(
        in.text("name", MAX_TEXT),
        in.text("code", MAX_TEXT),
        in.object("jwk", PublicIdentity::read),
        in.number("at", 0, Uint.MAX_48));
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .text("type", TYPE)
        .text("name", name)
        .text("code", code)
        .json("jwk", key.toJson())
        .number("at", at)
        .toJson();
  }
}
