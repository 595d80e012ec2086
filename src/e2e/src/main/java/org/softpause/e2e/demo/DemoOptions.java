package org.softpause.e2e.demo;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The command-line options of the demo. */
record DemoOptions(boolean once, Optional<Path> data) {

  /**
   * Reads {@code --once} and {@code --data DIR}.
   *
   * @throws IllegalArgumentException naming the first unknown word
   */
  static DemoOptions parse(List<String> words) {
    boolean once = false;
    Optional<Path> data = Optional.empty();
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      if (word.equals("--once")) {
        once = true;
      } else if (word.equals("--data") && rest.hasNext()) {
        data = Optional.of(Path.of(rest.next()).toAbsolutePath());
      } else if (word.startsWith("--data=")) {
        data = Optional.of(Path.of(word.substring("--data=".length())).toAbsolutePath());
      } else {
        throw new IllegalArgumentException(
            "unknown option " + word + " (there are --once and --data DIR)");
      }
    }
    return new DemoOptions(once, data);
  }
}
