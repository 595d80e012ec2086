package org.softpause.agent.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.StrictJson;

/**
 * The content of the agent's configuration file.
 *
 * @param pinned the files that enrolment checks and pins; they are read only then
 * @param service the address of the service that issues tokens
 * @param rpc the operator's own block sources, at least one, each named once
 * @param state the folder of the durable state
 */
public record AgentConfig(
    PinnedFiles pinned,
    URI service,
    List<URI> rpc,
    Path state,
    ActuatorConfig actuator,
    AgentLimits limits) {
  private static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_SOURCES = 15;
  private static final int SAFE_SOURCES = 3;

  public AgentConfig {
    rpc = List.copyOf(rpc);
    if (rpc.isEmpty() || rpc.size() > MAX_SOURCES) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "rpc must name 1.." + MAX_SOURCES + " sources");
    }
    if (new HashSet<>(rpc).size() != rpc.size()) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "rpc names a source twice");
    }
  }

  /** A warning to the operator if one lying or silent block source can decide alone; else empty. */
  public Optional<String> sourceWarning() {
    return rpc.size() >= SAFE_SOURCES
        ? Optional.empty()
        : Optional.of(
            "only %d own block source(s) configured: with fewer than %d, a single one that lies or fails decides"
                .formatted(rpc.size(), SAFE_SOURCES));
  }

  /** Reads the file. Relative paths in it are resolved against the file's folder. */
  public static AgentConfig read(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    return StrictJson.read(
        Files.readAllBytes(file),
        MAX_BYTES,
        reader -> decode(reader, folder == null ? Path.of("/") : folder));
  }

  private static AgentConfig decode(ObjectReader reader, Path folder) {
    return new AgentConfig(
        PinnedFiles.decode(reader, folder),
        reader.value("service", HttpAddress::parse),
        reader.values("rpc", HttpAddress::parse),
        reader.value("state", folder::resolve),
        reader.has("actuator")
            ? reader.object("actuator", ActuatorConfig::decode)
            : new ActuatorConfig.Log(),
        AgentLimits.decode(reader));
  }
}
