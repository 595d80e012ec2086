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
 * One of the project's own programs. A dozen of them share two cores in the demo, so each gets a
 * small heap, the simplest collector, the quick compiler only, and an archive of its classes as
 * soon as there is one. It lies beside the jar, in the folder of that version: one of another
 * version Java would neither use nor write anew.
 */
record JavaProgram(Path jar, Path archive, Predicate<List<String>> lesson) {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private static final List<String> FRUGAL =
      List.of(
          "-Xmx192m",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xlog:disable",
          "-Xlog:all=error:stderr");

  /** What starts quickly; what stays for long is better off with all compilers, its default. */
  private static final List<String> COMPILER =
      Boolean.getBoolean("softpause.lasting") ? List.of() : List.of("-XX:TieredStopAtLevel=1");

  /** Two processes must not write one archive. */
  private static final Set<Path> TEACHERS = ConcurrentHashMap.newKeySet();

  /** The program in a jar with its libraries beside it in {@code lib}. */
  static JavaProgram of(Path jar, Checkout checkout) {
    return ready(UnsignedJarCopy.of(jar, checkout.cache()));
  }

  /** The program in a jar that is run as it is. */
  static JavaProgram ready(Path jar) {
    Path archive = jar.resolveSibling(jar.getFileName() + ".jsa");
    return new JavaProgram(jar, archive, arguments -> true);
  }

  /** With an archive of the classes that this verb needs: the one that needs most of them. */
  JavaProgram taughtBy(String verb) {
    return new JavaProgram(jar, archive, arguments -> arguments.contains(verb));
  }

  /** The first lesson leaves the archive behind, should it be missing or damaged. */
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
