package org.softpause.e2e.attack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.softpause.e2e.harness.JsonTree;
import org.softpause.protocol.Keccak256;
import tools.jackson.databind.JsonNode;

/** The names of the registry contract's custom errors, looked up by their four-byte selector. */
final class ContractErrors {

  private static final String ABI = "/org/softpause/contracts/PauseRegistry.abi.json";

  private final Map<String, String> names;

  private ContractErrors(Map<String, String> names) {
    this.names = Map.copyOf(names);
  }

  static ContractErrors load() throws IOException {
    Map<String, String> names = new HashMap<>();
    try (InputStream abi = ContractErrors.class.getResourceAsStream(ABI)) {
      byte[] bytes = Objects.requireNonNull(abi).readAllBytes();
      for (JsonNode entry : JsonTree.parse(new String(bytes, StandardCharsets.UTF_8))) {
        if (entry.path("type").asString().equals("error")) {
          names.put(selector(entry), entry.path("name").asString());
        }
      }
    }
    return new ContractErrors(names);
  }

  /** Returns the error's name, or the data if the contract has no such error. */
  String name(String revertData) {
    return revertData.length() < 10
        ? "(no reason)"
        : names.getOrDefault(revertData.substring(0, 10), revertData);
  }

  private static String selector(JsonNode error) {
    StringJoiner types = new StringJoiner(",", error.path("name").asString() + "(", ")");
    error.path("inputs").forEach(input -> types.add(input.path("type").asString()));
    byte[] signature = types.toString().getBytes(StandardCharsets.US_ASCII);
    return Keccak256.hash(signature).toString().substring(0, 10);
  }
}
