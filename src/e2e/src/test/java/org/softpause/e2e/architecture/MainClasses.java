package org.softpause.e2e.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiled main sources of every module that is built before these tests run. */
final class MainClasses implements LocationProvider {
  static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

  @Override
  public Set<Location> get(Class<?> testClass) {
    return Stream.concat(Stream.of(Module.values()).map(Module::folder), Stream.of("src/e2e"))
        .map(folder -> ROOT.resolve(folder, "target/classes"))
        .filter(Files::isDirectory)
        .map(Location::of)
        .collect(Collectors.toSet());
  }

  /** The classes of one module alone. */
  static JavaClasses of(Module module) {
    return new ClassFileImporter().importPath(ROOT.resolve(module.folder(), "target/classes"));
  }
}
