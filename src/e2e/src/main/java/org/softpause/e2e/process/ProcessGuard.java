package org.softpause.e2e.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The shell script that wraps every child process. It ends the child when its own standard input
 * ends, which happens when this program closes it or dies, even by kill -9.
 */
final class ProcessGuard {

  private static final String SCRIPT = read();

  /** A session of its own keeps Ctrl-C from the child; this program ends all children in order. */
  private static final boolean SETSID = Files.isExecutable(Path.of("/usr/bin/setsid"));

  private ProcessGuard() {}

  static ProcessBuilder around(ProcessCommand command, Path pidFile) {
    List<String> words = new ArrayList<>();
    if (SETSID) {
      words.add("/usr/bin/setsid");
    }
    words.addAll(List.of("/bin/sh", "-c", SCRIPT, "guard"));
    words.addAll(command.words());
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(command.environment());
    builder.environment().put("GUARD_PID_FILE", pidFile.toString());
    builder.environment().put("GUARD_STOP_SIGNAL", command.stopSignal());
    return builder;
  }

  private static String read() {
    try (InputStream script = ProcessGuard.class.getResourceAsStream("guard.sh")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
