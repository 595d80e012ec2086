package org.softpause.e2e.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that keeps all data of one run: databases, key stores and logs. */
public record DataFolder(Path root, boolean temporary) {

  /**
   * Creates a temporary folder, or the folder that was asked for.
   *
   * @throws IllegalArgumentException if the folder asked for is not empty
   */
  public static DataFolder open(Optional<Path> wanted) throws IOException {
    if (wanted.isEmpty()) {
      return new DataFolder(withLogs(Files.createTempDirectory("softpause-demo-")), true);
    }
    Path root = wanted.get();
    if (Files.exists(root)) {
      try (Stream<Path> inside = Files.list(root)) {
        if (inside.findAny().isPresent()) {
          throw new IllegalArgumentException(root + " is not empty: name a new folder");
        }
      }
    }
    return new DataFolder(withLogs(root), false);
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path folder(String name) {
    return root.resolve(name);
  }

  /** Deletes the folder if it is temporary. */
  public void forget() {
    if (!temporary) {
      return;
    }
    try (Stream<Path> inside = Files.walk(root)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path withLogs(Path root) throws IOException {
    Files.createDirectories(root.resolve("logs"));
    return root;
  }
}
