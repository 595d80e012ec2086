package org.softpause.protocol.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON from untrusted sources: bytes are counted before they are parsed, and duplicate
 * members, trailing tokens, floats, nulls, deep nesting and broken UTF-8 are refused.
 */
public final class StrictJson {
  private static final int MAX_DEPTH = 16;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private StrictJson() {}

  /**
   * Reads one value that nothing may follow.
   *
   * @throws RuleViolation {@link Rule#TOO_LARGE}, {@link Rule#MALFORMED_JSON}, {@link
   *     Rule#DUPLICATE_MEMBER}, {@link Rule#WRONG_TYPE} or {@link Rule#OUT_OF_RANGE}
   */
  public static Json parse(byte[] bytes, int maxBytes) {
    if (bytes.length > maxBytes) {
      throw new RuleViolation(
          Rule.TOO_LARGE, "document has " + bytes.length + " bytes, at most " + maxBytes);
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text(bytes))) {
      Json value = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw new RuleViolation(Rule.MALFORMED_JSON, "something follows the document");
      }
      return value;
    } catch (JacksonException e) {
      throw new RuleViolation(
          Rule.MALFORMED_JSON, "not a JSON document: " + e.getOriginalMessage());
    }
  }

  /**
   * Reads one object member by member; members that the codec does not ask for are refused.
   *
   * @throws RuleViolation as {@link #parse}, or any rule of {@link ObjectReader} and the codec
   */
  public static <T> T read(byte[] bytes, int maxBytes, Function<ObjectReader, T> codec) {
    return ObjectReader.read(parse(bytes, maxBytes), codec);
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RuleViolation(Rule.MALFORMED_JSON, "not UTF-8", e);
    }
  }

  private static Json value(JsonParser parser, @Nullable JsonToken token) {
    if (token == null) {
      throw new RuleViolation(Rule.MALFORMED_JSON, "the document is empty");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new JsonString(parser.getString());
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_TRUE -> new JsonBoolean(true);
      case VALUE_FALSE -> new JsonBoolean(false);
      case VALUE_NUMBER_FLOAT -> throw new RuleViolation(Rule.WRONG_TYPE, "float" + at(parser));
      case VALUE_NULL -> throw new RuleViolation(Rule.WRONG_TYPE, "null" + at(parser));
      default -> throw new RuleViolation(Rule.MALFORMED_JSON, "unexpected token" + at(parser));
    };
  }

  private static JsonObject object(JsonParser parser) {
    Map<String, Json> members = new TreeMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (members.put(name, value(parser, parser.nextToken())) != null) {
        throw new RuleViolation(Rule.DUPLICATE_MEMBER, "member given twice: " + name);
      }
    }
    return new JsonObject(members);
  }

  private static JsonArray array(JsonParser parser) {
    List<Json> elements = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      elements.add(value(parser, token));
      token = parser.nextToken();
    }
    return new JsonArray(elements);
  }

  private static JsonInteger integer(JsonParser parser) {
    if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "integer too large" + at(parser));
    }
    return new JsonInteger(parser.getLongValue());
  }

  private static String at(JsonParser parser) {
    return " at " + parser.streamReadContext().pathAsPointer();
  }
}
