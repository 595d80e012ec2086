package org.softpause.protocol.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;

/**
 * Writes JSON in its canonical encoding (RFC 8785), so that everyone computes the same hash of a
 * document.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /** Encodes a value in UTF-8, without whitespace. */
  public static byte[] encode(Json value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 of the encoding. */
  public static Bytes32 hash(Json value) {
    return Sha256.hash(encode(value));
  }

  /**
   * Parses as {@link StrictJson#parse} does, and refuses bytes that are not the canonical encoding
   * of their value.
   *
   * @throws RuleViolation {@link Rule#NOT_CANONICAL}, or any rule of {@link StrictJson}
   */
  public static Json parse(byte[] bytes, int maxBytes) {
    Json value = StrictJson.parse(bytes, maxBytes);
    if (!Arrays.equals(encode(value), bytes)) {
      throw new RuleViolation(Rule.NOT_CANONICAL, "bytes differ from their RFC 8785 encoding");
    }
    return value;
  }

  private static void append(StringBuilder out, Json value) {
    switch (value) {
      case JsonString text -> quote(out, text.value());
      case JsonInteger integer -> out.append(integer.value());
      case JsonBoolean flag -> out.append(flag.value());
      case JsonArray array -> appendArray(out, array);
      case JsonObject object -> appendObject(out, object);
    }
  }

  private static void appendArray(StringBuilder out, JsonArray array) {
    String separator = "[";
    for (Json element : array.elements()) {
      out.append(separator);
      append(out, element);
      separator = ",";
    }
    out.append(array.elements().isEmpty() ? "[]" : "]");
  }

  private static void appendObject(StringBuilder out, JsonObject object) {
    String separator = "{";
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      out.append(separator);
      quote(out, member.getKey());
      out.append(':');
      append(out, member.getValue());
      separator = ",";
    }
    out.append(object.members().isEmpty() ? "{}" : "}");
  }

  /** RFC 8785 §3.2.2.2, which is ECMAScript's QuoteJSONString. */
  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> out.append(c < 0x20 ? "\\u00%02x".formatted((int) c) : c);
      }
    }
    out.append('"');
  }
}
