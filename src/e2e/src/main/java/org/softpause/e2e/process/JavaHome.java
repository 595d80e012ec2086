package org.softpause.e2e.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run by the build on the toolchain's Java, to write down where that is. */
final class JavaHome {

  private JavaHome() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), System.getProperty("java.home"));
  }
}
