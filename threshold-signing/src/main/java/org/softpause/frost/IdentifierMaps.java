package org.softpause.frost;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Copies maps by identifier into immutable maps in ascending order. */
final class IdentifierMaps {
  private IdentifierMaps() {}

  static <V> SortedMap<Identifier, V> ascending(Map<Identifier, V> values) {
    TreeMap<Identifier, V> sorted = new TreeMap<>();
    sorted.putAll(values);
    return Collections.unmodifiableSortedMap(sorted);
  }
}
