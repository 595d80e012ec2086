package org.softpause.e2e.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Thrown when a step of the demo fails. */
final class StepFailed extends RuntimeException {

  private final String sentence;

  StepFailed(String step, Throwable cause) {
    super(cause);
    this.sentence = "Step " + step + " failed: " + cause.getMessage();
  }

  /** Names the step and the failure. */
  String sentence() {
    return sentence;
  }

  /** Writes the stack trace into a file beside the logs. */
  void writeTo(Path file) throws IOException {
    try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
      printStackTrace(writer);
    }
  }
}
