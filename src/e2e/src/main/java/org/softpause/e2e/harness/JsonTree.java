package org.softpause.e2e.harness;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as the harness reads it: a tree, since it checks the wire itself and not a mapping of it.
 */
public final class JsonTree {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonTree() {}

  public static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  public static JsonNode read(Path file) {
    return MAPPER.readTree(file.toFile());
  }

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }
}
