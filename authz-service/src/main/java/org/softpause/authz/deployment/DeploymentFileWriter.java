package org.softpause.authz.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.registry.Deployment;

/**
 * Writes the deployment file atomically, because running services look for it while it is written.
 */
final class DeploymentFileWriter {
  private DeploymentFileWriter() {}

  static void write(Deployment deployment, Path file) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, ".deployment", ".json");
    try {
      Files.write(unfinished, CanonicalJson.encode(deployment.toJson()));
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
