package org.softpause.e2e.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Identifies jars by their content. Time and size do not tell builds apart, since builds are
 * reproducible and sizes often equal.
 */
final class JarFingerprint {

  private JarFingerprint() {}

  /** Returns a name for the content of these jars, from their entries' names and checksums. */
  static String version(List<Path> jars) throws IOException {
    StringBuilder entries = new StringBuilder();
    for (Path jar : jars) {
      entries.append(jar.getFileName()).append('\n');
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        zip.stream().map(JarFingerprint::line).sorted().forEach(entries::append);
      }
    }
    return UUID.nameUUIDFromBytes(entries.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String line(ZipEntry entry) {
    return entry.getName() + ' ' + entry.getCrc() + '\n';
  }
}
