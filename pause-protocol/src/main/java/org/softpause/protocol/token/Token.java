package org.softpause.protocol.token;

import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The claims of a token.
 *
 * @param issuedAt Unix seconds
 * @param expiresAt Unix seconds; from then on it is refused
 * @param id differs for every token
 */
public record Token(
    String issuer, long issuedAt, long expiresAt, String id, Attestation attestation) {
  /** The most characters of a compact form. A longer one is refused before it is parsed. */
  public static final int MAX_LENGTH = 1 << 20;

  /**
   * The type of the JWT. It is unlike any other, so that no other JWT passes for a token (RFC 8725
   * section 3.11).
   */
  static final String TYP = "softpause-token+jwt";

  JsonObject toJson() {
    return new ObjectWriter()
        .text("iss", issuer)
        .number("iat", issuedAt)
        .number("exp", expiresAt)
        .text("jti", id)
        .json("softpause", attestation.toJson())
        .toJson();
  }
}
