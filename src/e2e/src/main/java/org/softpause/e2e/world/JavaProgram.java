package org.softpause.e2e.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.softpause.e2e.process.Command;

/**
 * One of the project's own programs. A dozen of them share two cores in the demo, so each gets a
 * small heap, the simplest collector and the quick compiler only.
 */
record JavaProgram(Path jar) {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private static final List<String> FRUGAL =
      List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  Command command(String name, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(JAVA);
    words.addAll(FRUGAL);
    words.add("-jar");
    words.add(jar.toString());
    words.addAll(arguments);
    return Command.of(name, words);
  }
}
