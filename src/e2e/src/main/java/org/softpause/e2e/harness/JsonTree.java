package org.softpause.e2e.harness;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes JSON as a tree. The harness checks the wire format itself, so it maps nothing to
 * classes.
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
