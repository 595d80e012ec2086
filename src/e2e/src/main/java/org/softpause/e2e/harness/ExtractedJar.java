package org.softpause.e2e.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.softpause.e2e.process.ProcessCommand;
import org.softpause.e2e.process.Processes;

/** A Spring Boot jar, extracted once by its own tools; it then starts in half the time. */
final class ExtractedJar {

  private ExtractedJar() {}

  /** Returns the path of the jar to run; its folder is made again when the jar changes. */
  static Path of(Path jar, Path cache, Processes processes) throws IOException {
    Path folder = cache.resolve("authz-service-" + JarFingerprint.version(List.of(jar)));
    if (!Files.exists(folder)) {
      Files.createDirectories(cache);
      Path fresh = Files.createTempDirectory(cache, "authz-service-");
      extract(jar, fresh, processes);
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder.resolve(jar.getFileName());
  }

  private static void extract(Path jar, Path folder, Processes processes) {
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    List<String> words =
        List.of(
            java,
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--force",
            "--destination",
            folder.toString());
    processes
        .run(ProcessCommand.of("authz-service-extract", words), Duration.ofMinutes(1))
        .orFail();
  }
}
