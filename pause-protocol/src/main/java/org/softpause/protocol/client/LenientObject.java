package org.softpause.protocol.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;

/**
 * A JSON object of the service's, read member by member. Unlike a signed document it may have
 * members that this version does not know.
 */
public record LenientObject(JsonObject json) {
  /**
   * A value that must be an object.
   *
   * @throws RuleViolation WRONG_TYPE
   */
  public static LenientObject of(Json json) {
    if (json instanceof JsonObject object) {
      return new LenientObject(object);
    }
    throw new RuleViolation(Rule.WRONG_TYPE, "the service's answer must be an object");
  }

  /** A text of at most {@code maxLength} UTF-16 units. */
  public String text(String name, int maxLength) {
    return optionalText(name, maxLength).orElseThrow(() -> missing(name, "text"));
  }

  /** A text of at most {@code maxLength} UTF-16 units, or nothing where the member is missing. */
  public Optional<String> optionalText(String name, int maxLength) {
    Json value = json.members().get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonString text && text.value().length() <= maxLength) {
      return Optional.of(text.value());
    }
    throw missing(name, "text of at most " + maxLength + " characters");
  }

  /** A 32-byte value. */
  public Bytes32 bytes32(String name) {
    return Bytes32.parse(text(name, 66));
  }

  /** An integer within 0..max. */
  public long number(String name, long max) {
    if (json.members().get(name) instanceof JsonInteger integer
        && integer.value() >= 0
        && integer.value() <= max) {
      return integer.value();
    }
    throw missing(name, "integer within 0.." + max);
  }

  /** An inner object. */
  public LenientObject object(String name) {
    return optionalObject(name).orElseThrow(() -> missing(name, "object"));
  }

  /** An inner object, or nothing where the member is missing. */
  public Optional<LenientObject> optionalObject(String name) {
    return Optional.ofNullable(json.members().get(name)).map(LenientObject::of);
  }

  /** The elements of an array; an absent array has none. */
  public List<Json> elements(String name) {
    Json value = json.members().get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof JsonArray array) {
      return array.elements();
    }
    throw missing(name, "array");
  }

  /**
   * The objects of an array of at most so many.
   *
   * @throws RuleViolation GATHERING_EXCEEDED, before any of them is read
   */
  public List<LenientObject> objects(String name, int most) {
    requireAtMost(name, most);
    return objects(name);
  }

  /** The objects of an array. */
  public List<LenientObject> objects(String name) {
    return elements(name).stream().map(LenientObject::of).toList();
  }

  /** The texts of an array, parsed. */
  public <T> List<T> texts(String name, Function<String, T> parser) {
    return elements(name).stream().map(e -> parser.apply(requireText(name, e))).toList();
  }

  /**
   * The texts of an array of at most so many, parsed.
   *
   * @throws RuleViolation GATHERING_EXCEEDED, before any of them is parsed
   */
  public <T> List<T> texts(String name, int most, Function<String, T> parser) {
    requireAtMost(name, most);
    return texts(name, parser);
  }

  private void requireAtMost(String name, int most) {
    int shown = elements(name).size();
    if (shown > most) {
      throw new RuleViolation(
          Rule.GATHERING_EXCEEDED,
          "the service shows %d entries of %s, and at most %d are taken"
              .formatted(shown, name, most));
    }
  }

  private static String requireText(String name, Json element) {
    if (element instanceof JsonString text) {
      return text.value();
    }
    throw missing(name, "array of texts");
  }

  private static RuleViolation missing(String name, String expected) {
    return new RuleViolation(
        Rule.MISSING_MEMBER, "the service's answer must have " + name + ": " + expected);
  }
}
