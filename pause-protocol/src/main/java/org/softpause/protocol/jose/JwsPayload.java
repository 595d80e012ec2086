package org.softpause.protocol.jose;

import java.util.function.Function;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectReader;

/**
 * The document that a {@link Jws} carries, in canonical JSON with a {@code type}. A document is
 * identified by its {@link #hash}, never by the JWS, whose signature is randomised.
 */
public record JwsPayload(String type, JsonObject document) {
  static JwsPayload parse(byte[] bytes, int maxBytes) {
    Json value = CanonicalJson.parse(bytes, maxBytes);
    if (value instanceof JsonObject document
        && document.members().get("type") instanceof JsonString type) {
      return new JwsPayload(type.value(), document);
    }
    throw new RuleViolation(Rule.MISSING_MEMBER, "a signed document is an object with a type");
  }

  /**
   * Reads the document with a codec, which need not ask for {@code type} itself.
   *
   * @throws RuleViolation {@link Rule#DOCUMENT_TYPE_REFUSED} if it is of another type, or what the
   *     codec throws
   */
  public <T> T read(String expectedType, Function<ObjectReader, T> codec) {
    if (!type.equals(expectedType)) {
      throw new RuleViolation(
          Rule.DOCUMENT_TYPE_REFUSED, "expected " + expectedType + ", got " + type);
    }
    return ObjectReader.read(
        document,
        in -> {
          in.literal("type", expectedType);
          return codec.apply(in);
        });
  }

  /** The canonical JSON. */
  public byte[] bytes() {
    return CanonicalJson.encode(document);
  }

  /** SHA-256 of the canonical JSON. */
  public Bytes32 hash() {
    return Sha256.hash(bytes());
  }
}
