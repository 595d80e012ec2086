package org.softpause.protocol.jose;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A P-256 public key as JWK (RFC 7517) with exactly the members crv, kty, use, x and y. Two are
 * equal if they are the same key.
 */
record PublicJwk(String use, String x, String y) {
  static PublicJwk of(String use, ECPublicKey key) {
    return new PublicJwk(
        use,
        Base64Url.encode(P256.bytes(key.getW().getAffineX())),
        Base64Url.encode(P256.bytes(key.getW().getAffineY())));
  }

  static PublicJwk read(ObjectReader in, String use) {
    in.literal("use", use);
    return readPoint(in, use);
  }

  /** The ephemeral key of a JWE header (RFC 7518 §4.6.1.1), which has no use member. */
  static PublicJwk readEphemeral(ObjectReader in) {
    return readPoint(in, "");
  }

  private static PublicJwk readPoint(ObjectReader in, String use) {
    in.literal("kty", "EC");
    in.literal("crv", "P-256");
    PublicJwk jwk = new PublicJwk(use, coordinate(in, "x"), coordinate(in, "y"));
    jwk.key();
    return jwk;
  }

  JsonObject toJson() {
    return point().text("use", use).toJson();
  }

  JsonObject toEphemeralJson() {
    return point().toJson();
  }

  private ObjectWriter point() {
    return new ObjectWriter().text("kty", "EC").text("crv", "P-256").text("x", x).text("y", y);
  }

  ECPublicKey key() {
    return P256.publicKey(Base64Url.decode(x), Base64Url.decode(y));
  }

  /** RFC 7638 §3: SHA-256 over the required members in lexicographic order. */
  String thumbprint() {
    String members = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y);
    return Base64Url.encode(Sha256.hash(members.getBytes(StandardCharsets.UTF_8)).bytes());
  }

  private static String coordinate(ObjectReader in, String name) {
    return in.value(name, text -> Base64Url.encode(Base64Url.decode(text, P256.SCALAR_LENGTH)));
  }
}
