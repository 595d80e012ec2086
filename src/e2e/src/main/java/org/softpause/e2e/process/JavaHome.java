package org.softpause.e2e.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the Java home of the toolchain into a file; the build runs it, and scripts read it. */
final class JavaHome {

  private JavaHome() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), System.getProperty("java.home"));
  }
}
