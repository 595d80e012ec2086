package org.softpause.e2e.process;

/** Thrown when a command ends with a non-zero exit code. */
public final class CommandFailed extends RuntimeException {

  private final ProcessOutput output;

  CommandFailed(ProcessOutput output) {
    super(output.name() + " ended with " + output.exitCode() + ": " + lastLine(output));
    this.output = output;
  }

  public ProcessOutput output() {
    return output;
  }

  private static String lastLine(ProcessOutput output) {
    String text = output.err().isBlank() ? output.out() : output.err();
    return text.strip().lines().reduce((first, second) -> second).orElse("(no output)");
  }
}
