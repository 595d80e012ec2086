package org.softpause.e2e.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A running child process and its log file. Ending it twice is harmless. */
public final class ChildProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ProcessCommand command;
  private final Process guard;
  private final Path pidFile;
  private final Path log;

  private ChildProcess(ProcessCommand command, Process guard, Path pidFile, Path log) {
    this.command = command;
    this.guard = guard;
    this.pidFile = pidFile;
    this.log = log;
  }

  /** Output and errors are appended to {@code <logs>/<name>.log}. */
  static ChildProcess start(ProcessCommand command, Path logs) {
    Path log = logs.resolve(command.name() + ".log");
    Path pidFile = logs.resolve(command.name() + ".pid");
    try {
      Files.deleteIfExists(pidFile);
      Process guard =
          ProcessGuard.around(command, pidFile)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new ChildProcess(command, guard, pidFile, log);
    } catch (IOException e) {
      throw new UncheckedIOException("could not start " + command, e);
    }
  }

  public String name() {
    return command.name();
  }

  public Path log() {
    return log;
  }

  public boolean isAlive() {
    return guard.isAlive();
  }

  /** Returns the process id of the command itself, not of its guard. */
  public long pid() {
    return Poll.until("the process id of " + name(), Duration.ofSeconds(5), this::readPid);
  }

  /** Kills the command like kill -9, so that it cannot clean up. */
  public void kill() throws InterruptedException {
    ProcessHandle.of(pid()).ifPresent(ProcessHandle::destroyForcibly);
    guard.waitFor();
  }

  /** Sends the stop signal and does not wait. */
  void askToEnd() {
    try {
      guard.getOutputStream().close();
    } catch (IOException e) {
      guard.destroyForcibly();
    }
  }

  /** Sends the stop signal, waits, and kills the child if it does not end. */
  public void end() {
    askToEnd();
    try {
      if (!guard.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        guard.destroyForcibly();
      }
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      guard.destroyForcibly();
    } catch (InterruptedException e) {
      guard.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Long> readPid() {
    try {
      String text = Files.exists(pidFile) ? Files.readString(pidFile).strip() : "";
      return text.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
