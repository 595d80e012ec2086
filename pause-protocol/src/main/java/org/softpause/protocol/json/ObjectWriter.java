package org.softpause.protocol.json;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;

/**
 * Builds one JSON object, the counterpart of {@link ObjectReader}. Members may be written in any
 * order.
 */
public final class ObjectWriter {
  private final Map<String, Json> members = new TreeMap<>();

  public ObjectWriter text(String name, String value) {
    return json(name, new JsonString(value));
  }

  public ObjectWriter texts(String name, List<String> values) {
    return array(name, values, JsonString::new);
  }

  public ObjectWriter bytes32(String name, Bytes32 value) {
    return text(name, value.toString());
  }

  public ObjectWriter address(String name, Address value) {
    return text(name, value.toString());
  }

  public ObjectWriter hex(String name, byte[] value) {
    return text(name, Hex.encode(value));
  }

  /** Writes a decimal string; the 64 bits are taken as unsigned. */
  public ObjectWriter uint64(String name, long value) {
    return text(name, Long.toUnsignedString(value));
  }

  public ObjectWriter number(String name, long value) {
    return json(name, new JsonInteger(value));
  }

  public ObjectWriter numbers(String name, List<Integer> values) {
    return array(name, values, value -> new JsonInteger(value));
  }

  public ObjectWriter flag(String name, boolean value) {
    return json(name, new JsonBoolean(value));
  }

  public <T> ObjectWriter array(String name, List<T> values, Function<T, ? extends Json> codec) {
    return json(name, new JsonArray(values.stream().<Json>map(codec).toList()));
  }

  /**
   * Any value.
   *
   * @throws IllegalStateException if the name was written before
   */
  public ObjectWriter json(String name, Json value) {
    if (members.put(name, value) != null) {
      throw new IllegalStateException("member written twice: " + name);
    }
    return this;
  }

  public JsonObject toJson() {
    return new JsonObject(members);
  }
}
