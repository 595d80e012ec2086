package org.softpause.signer.command.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Where a command talks to its user: lines out, complaints apart, one line in. */
public record Console(PrintWriter out, PrintWriter err, BufferedReader in) {
  /** Asks, and takes one line; nothing at the end of the input. */
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
