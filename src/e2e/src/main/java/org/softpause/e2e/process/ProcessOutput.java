package org.softpause.e2e.process;

import java.nio.file.Path;

/** The result of a finished command: exit code, standard output and standard error. */
public record ProcessOutput(String name, int exitCode, String out, String err, Path log) {

  /** Returns this output, or throws if the command failed. */
  public ProcessOutput orFail() {
    if (exitCode != 0) {
      throw new CommandFailed(this);
    }
    return this;
  }
}
