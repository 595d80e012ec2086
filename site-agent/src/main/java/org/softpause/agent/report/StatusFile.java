package org.softpause.agent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;

/**
 * Writes status.json for monitors. The file is replaced as a whole, so that nobody reads half of
 * it.
 */
final class StatusFile {
  static final String NAME = "status.json";

  private final Path file;

  StatusFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  void write(JsonObject status) throws IOException {
    Path fresh = file.resolveSibling(NAME + ".new");
    Files.write(fresh, CanonicalJson.encode(status));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
