package org.softpause.e2e.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The files of one agent: pinned documents, configuration, state and simulated cluster. */
record AgentFiles(Path folder, String label) {

  private static final String SIMULATOR = "simulated-cluster.mjs";

  /** Writes the configuration and all pinned documents except the deployment file. */
  static AgentFiles write(Path folder, String record, JsonNode jurisdictionKey, Servers servers)
      throws IOException {
    AgentFiles files = new AgentFiles(folder, "");
    Files.writeString(folder.resolve("record.jws"), record);
    Files.writeString(folder.resolve("service.jwk"), JsonTree.write(servers.service().tokenKey()));
    Files.writeString(folder.resolve("jurisdiction.jwk"), JsonTree.write(jurisdictionKey));
    try (InputStream script = AgentFiles.class.getResourceAsStream(SIMULATOR)) {
      Files.write(folder.resolve(SIMULATOR), Objects.requireNonNull(script).readAllBytes());
    }
    Files.writeString(files.config(), JsonTree.write(files.configuration(servers)));
    return files;
  }

  /** Copies the deployment file of the registry that the agent will watch. */
  void watch(Path deployment) throws IOException {
    Files.copy(deployment, folder.resolve("deployment.json"));
  }

  private ObjectNode configuration(Servers servers) {
    ObjectNode config = JsonTree.object();
    config.put("deployment", file("deployment.json"));
    config.put("service", servers.service().url().toString());
    config.putArray("rpc").add(servers.ethereum().endpoint().toString());
    config.put("serviceKey", file("service.jwk"));
    config.put("siteRecord", file("record.jws"));
    config.put("jurisdictionKey", file("jurisdiction.jwk"));
    config.put("state", state().toString());
    ObjectNode actuator = config.putObject("actuator").put("kind", "exec");
    actuator.putArray("command").add("node").add(file(SIMULATOR)).add(cluster().toString());
    actuator.put("timeoutSeconds", 10);
    config.put("pollSeconds", 1).put("maxHeadAgeSeconds", 3600);
    config.put("offlineGraceSeconds", 3600).put("slewBpsPerSecond", 1000);
    return config;
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  Path config() {
    return folder.resolve(label + "agent.json");
  }

  Path state() {
    return folder.resolve(label + "state");
  }

  Path cluster() {
    return folder.resolve("cluster.json");
  }

  /** Returns files for the same agent with a copy of its current state. */
  AgentFiles copiedTo(String copy) throws IOException {
    AgentFiles other = new AgentFiles(folder, copy + "-");
    Files.createDirectories(other.state());
    try (Stream<Path> kept = Files.list(state())) {
      kept.filter(Files::isRegularFile).forEach(file -> copyInto(other.state(), file));
    }
    ObjectNode config = (ObjectNode) JsonTree.read(config());
    config.put("state", other.state().toString());
    Files.writeString(other.config(), JsonTree.write(config));
    return other;
  }

  private static void copyInto(Path folder, Path file) {
    try {
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
