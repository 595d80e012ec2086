package org.softpause.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A copy of a program's jar and libraries without jar signatures. Java checks the classes of a
 * signed jar (BouncyCastle's) at each start and keeps them out of its class-data archives. That
 * costs a fifth of a second in each of some sixty starts of a demo.
 */
final class UnsignedJarCopy {

  private UnsignedJarCopy() {}

  /** Returns the path of the jar to run; its folder is made again when a jar changes. */
  static synchronized Path of(Path jar, Path cache) {
    try {
      List<Path> jars = withLibraries(jar);
      Path folder = cache.resolve(jar.getFileName() + "-" + JarFingerprint.version(jars));
      if (!Files.exists(folder)) {
        copy(jars, folder, cache);
      }
      return folder.resolve(jar.getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException("could not copy " + jar, e);
    }
  }

  private static List<Path> withLibraries(Path jar) throws IOException {
    List<Path> jars = new ArrayList<>(List.of(jar));
    try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
      libraries.sorted().forEach(jars::add);
    }
    return jars;
  }

  private static void copy(List<Path> jars, Path folder, Path cache) throws IOException {
    Files.createDirectories(cache);
    Path fresh = Files.createTempDirectory(cache, "copy-");
    Files.createDirectories(fresh.resolve("lib"));
    for (Path jar : jars) {
      Path at = jar.equals(jars.getFirst()) ? fresh : fresh.resolve("lib");
      copy(jar, at.resolve(jar.getFileName()));
    }
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void copy(Path jar, Path to) throws IOException {
    try (ZipFile source = new ZipFile(jar.toFile());
        ZipOutputStream target = new ZipOutputStream(Files.newOutputStream(to))) {
      Enumeration<? extends ZipEntry> entries = source.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!isSignature(entry.getName())) {
          target.putNextEntry(new ZipEntry(entry.getName()));
          source.getInputStream(entry).transferTo(target);
          target.closeEntry();
        }
      }
    }
  }

  private static boolean isSignature(String entry) {
    return entry.toUpperCase(Locale.ROOT).matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }
}
