package org.softpause.e2e.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A step of the story did not come out as described. */
final class StepFailed extends RuntimeException {

  private final String sentence;

  StepFailed(String step, Throwable cause) {
    super(cause);
    this.sentence = "Step " + step + " failed: " + cause.getMessage();
  }

  /** Which step, and what came out instead. */
  String sentence() {
    return sentence;
  }

  /** Leaves the way to it beside the logs, for those who repair it. */
  void writeTo(Path file) throws IOException {
    try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
      printStackTrace(writer);
    }
  }
}
