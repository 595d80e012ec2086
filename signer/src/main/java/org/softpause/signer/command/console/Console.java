package org.softpause.signer.command.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The terminal of a run: standard output, standard error and standard input. */
public record Console(PrintWriter out, PrintWriter err, BufferedReader in) {
  /** Asks a question and returns one line, or null at the end of the input. */
  @Nullable String ask(String question) {
    out.print(question);
    out.flush();
    try {
      return in.readLine();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
