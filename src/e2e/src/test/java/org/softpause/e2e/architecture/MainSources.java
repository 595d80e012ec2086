package org.softpause.e2e.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The source files of every main source set of the reactor, this module and bench included. */
final class MainSources {
  private static final List<String> MORE = List.of("src/e2e", "src/bench");

  private MainSources() {}

  /**
   * A type that has a file of its own.
   *
   * @param file its path below the root of the checkout
   */
  record TopLevelType(Path file) {
    String simpleName() {
      return file.getFileName().toString().replaceFirst("\\.java$", "");
    }

    /** The folder of its package, which tells the module too. */
    Path folder() {
      return Objects.requireNonNull(file.getParent());
    }
  }

  static List<TopLevelType> types() {
    return Stream.concat(Stream.of(Module.values()).map(Module::folder), MORE.stream())
        .flatMap(module -> typesOf(module).stream())
        .toList();
  }

  /** The types of one module, by its folder; none where it has no Java. */
  static List<TopLevelType> typesOf(String module) {
    Path sources = MainClasses.ROOT.resolve(module, "src/main/java");
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(MainClasses.ROOT::relativize)
          .sorted()
          .map(TopLevelType::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
