package org.softpause.e2e.process;

import java.nio.file.Path;

/** What a command that has ended left: its exit code, its standard output, its errors. */
public record ProcessOutput(String name, int exitCode, String out, String err, Path log) {

  /** The same output, if the command succeeded. */
  public ProcessOutput orFail() {
    if (exitCode != 0) {
      throw new CommandFailed(this);
    }
    return this;
  }
}
