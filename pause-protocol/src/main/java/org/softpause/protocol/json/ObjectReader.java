package org.softpause.protocol.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * Reads the members of one JSON object by name and type. A member that the codec never asked for is
 * refused once the codec is done. Every refusal names the member.
 */
public final class ObjectReader {
  private final JsonObject object;
  private final String path;
  private final Set<String> asked = new HashSet<>();

  private ObjectReader(JsonObject object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * Runs the codec over an object and refuses members that it did not ask for.
   *
   * @throws RuleViolation {@link Rule#UNKNOWN_MEMBER}, or what the codec throws
   */
  public static <T> T read(Json value, Function<ObjectReader, T> codec) {
    return readAt(value, "document", "", codec);
  }

  /** Whether an optional member is there. This does not count as asking for it. */
  public boolean has(String name) {
    return object.members().containsKey(name);
  }

  /** Reads a text of at most {@code maxLength} UTF-16 units. */
  public String text(String name, int maxLength) {
    String text = text(member(name), place(name));
    if (text.length() > maxLength) {
      throw new RuleViolation(
          Rule.OUT_OF_RANGE, place(name) + " must have at most " + maxLength + " characters");
    }
    return text;
  }

  /**
   * Reads a text with the parser of a value type; a refusal by the parser gets this member's name.
   */
  public <T> T value(String name, Function<String, T> parser) {
    return parse(member(name), place(name), parser);
  }

  /** Reads an array of texts with the parser of a value type. */
  public <T> List<T> values(String name, Function<String, T> parser) {
    return elements(name, (element, place) -> parse(element, place, parser));
  }

  /** Refuses the object unless this member is there and is exactly this text. */
  public void literal(String name, String expected) {
    if (!text(member(name), place(name)).equals(expected)) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, place(name) + " must be " + expected);
    }
  }

  public Bytes32 bytes32(String name) {
    return value(name, Bytes32::parse);
  }

  public Address address(String name) {
    return value(name, Address::parse);
  }

  /** Reads exactly {@code length} bytes. */
  public byte[] hex(String name, int length) {
    return value(name, text -> Hex.parse(text, length));
  }

  /**
   * Reads an unsigned 64-bit integer from a decimal string; compare it with {@link
   * Long#compareUnsigned}.
   */
  public long uint64(String name) {
    return value(name, DecimalUint64::parseUint64);
  }

  public long number(String name, long min, long max) {
    return integer(member(name), place(name), min, max);
  }

  public int small(String name, int min, int max) {
    return (int) number(name, min, max);
  }

  public List<Integer> smalls(String name, int min, int max) {
    return elements(name, (element, place) -> (int) integer(element, place, min, max));
  }

  public boolean flag(String name) {
    if (member(name) instanceof JsonBoolean flag) {
      return flag.value();
    }
    throw wrongType(place(name), "boolean");
  }

  public <T> T object(String name, Function<ObjectReader, T> codec) {
    return readAt(member(name), place(name), place(name) + ".", codec);
  }

  public <T> List<T> objects(String name, Function<ObjectReader, T> codec) {
    return elements(name, (element, place) -> readAt(element, place, place + ".", codec));
  }

  /** Returns the member unread, for a codec of another class. */
  public Json json(String name) {
    return member(name);
  }

  private interface Element<T> {
    T read(Json element, String place);
  }

  private <T> List<T> elements(String name, Element<T> reader) {
    if (!(member(name) instanceof JsonArray array)) {
      throw wrongType(place(name), "array");
    }
    List<T> out = new ArrayList<>();
    for (Json element : array.elements()) {
      out.add(reader.read(element, place(name) + "[" + out.size() + "]"));
    }
    return List.copyOf(out);
  }

  private Json member(String name) {
    asked.add(name);
    Json value = object.members().get(name);
    if (value == null) {
      throw new RuleViolation(Rule.MISSING_MEMBER, place(name) + " is missing");
    }
    return value;
  }

  private String place(String name) {
    return path + name;
  }

  private static <T> T readAt(
      Json value, String place, String path, Function<ObjectReader, T> codec) {
    if (!(value instanceof JsonObject object)) {
      throw wrongType(place, "object");
    }
    ObjectReader reader = new ObjectReader(object, path);
    T out = codec.apply(reader);
    for (String name : object.members().keySet()) {
      if (!reader.asked.contains(name)) {
        throw new RuleViolation(Rule.UNKNOWN_MEMBER, reader.place(name) + " is not known here");
      }
    }
    return out;
  }

  private static String text(Json value, String place) {
    if (value instanceof JsonString text) {
      return text.value();
    }
    throw wrongType(place, "text");
  }

  private static <T> T parse(Json value, String place, Function<String, T> parser) {
    String text = text(value, place);
    try {
      return parser.apply(text);
    } catch (RuleViolation e) {
      throw e.at(place);
    }
  }

  private static long integer(Json value, String place, long min, long max) {
    if (!(value instanceof JsonInteger integer)) {
      throw wrongType(place, "integer");
    }
    if (integer.value() < min || integer.value() > max) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, place + " must be within " + min + ".." + max);
    }
    return integer.value();
  }

  private static RuleViolation wrongType(String place, String expected) {
    return new RuleViolation(Rule.WRONG_TYPE, place + " must be of type " + expected);
  }
}
