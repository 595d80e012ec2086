package org.softpause.protocol.json;

import java.util.List;

/** An array of any length. */
public record JsonArray(List<Json> elements) implements Json {
  public JsonArray {
    elements = List.copyOf(elements);
  }

  @Override
  public String kind() {
    return "array";
  }
}
