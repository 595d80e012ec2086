package org.softpause.agent.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.softpause.agent.config.AgentConfig;
import picocli.CommandLine.Option;

/** The option for the configuration file, which every command has. */
final class ConfigOption {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private Path file = Path.of("agent.json");

  AgentConfig read() throws IOException {
    return AgentConfig.read(file);
  }
}
