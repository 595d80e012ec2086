package org.softpause.protocol.json;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Members in the order of RFC 8785 §3.2.3: by the UTF-16 code units of their names. */
public record JsonObject(SortedMap<String, Json> members) implements Json {
  public JsonObject(Map<String, Json> members) {
    this(sorted(members));
  }

  public JsonObject {
    members = sorted(members);
    members.keySet().forEach(JsonString::requireUnicode);
  }

  private static SortedMap<String, Json> sorted(Map<String, Json> members) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  @Override
  public String kind() {
    return "object";
  }
}
