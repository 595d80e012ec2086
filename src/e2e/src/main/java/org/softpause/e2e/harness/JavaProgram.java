package org.softpause.e2e.harness;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.softpause.e2e.process.ProcessCommand;

/**
 * A Java program of the project, run with options for a fast start. A dozen programs share two
 * cores in the demo, so each gets a small heap, the serial collector, the quick compiler and a
 * class-data sharing archive. The archive lies beside the jar, in the folder of that version, since
 * Java neither uses nor replaces an archive of another version.
 */
record JavaProgram(Path jar, Path archive, Predicate<List<String>> lesson) {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private static final List<String> FRUGAL =
      List.of(
          "-Xmx192m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xlog:disable",
          "-Xlog:all=error:stderr");

  /** Only the quick compiler, except for long runs, which are faster with all compilers. */
  private static final List<String> COMPILER =
      Boolean.getBoolean("softpause.lasting") ? List.of() : List.of("-XX:TieredStopAtLevel=1");

  /** The archives that a process already writes, since two must not write the same one. */
  private static final Set<Path> TEACHERS = ConcurrentHashMap.newKeySet();

  /** The program in a jar whose libraries lie beside it in {@code lib}. */
  static JavaProgram of(Path jar, Checkout checkout) {
    return ready(UnsignedJarCopy.of(jar, checkout.cache()));
  }

  /** The program in a jar that needs no copy. */
  static JavaProgram ready(Path jar) {
    Path archive = jar.resolveSibling(jar.getFileName() + ".jsa");
    return new JavaProgram(jar, archive, arguments -> true);
  }

  /** Creates the archive when this subcommand runs, which should be the one with most classes. */
  JavaProgram taughtBy(String verb) {
    return new JavaProgram(jar, archive, arguments -> arguments.contains(verb));
  }

  /** The first matching run writes the archive if it is missing or damaged. */
  ProcessCommand command(String name, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(JAVA);
    words.addAll(FRUGAL);
    words.addAll(COMPILER);
    if (lesson.test(arguments) && TEACHERS.add(archive)) {
      words.add("-XX:+AutoCreateSharedArchive");
      words.add("-XX:SharedArchiveFile=" + archive);
    } else if (Files.exists(archive)) {
      words.add("-XX:SharedArchiveFile=" + archive);
    }
    words.add("-jar");
    words.add(jar.toString());
    words.addAll(arguments);
    return ProcessCommand.of(name, words);
  }
}
