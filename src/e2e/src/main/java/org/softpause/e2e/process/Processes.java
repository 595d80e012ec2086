package org.softpause.e2e.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/** Starts processes and ends all of them when it is closed. */
public final class Processes implements AutoCloseable {

  private final Path logs;
  private final Deque<ChildProcess> children = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  public Processes(Path logs) {
    this.logs = logs;
  }

  /** Starts a command that runs in the background. */
  public ChildProcess start(ProcessCommand command) {
    requireOpen(command);
    ChildProcess child = ChildProcess.start(command, logs);
    children.push(child);
    if (closed) {
      child.end();
    }
    return child;
  }

  /**
   * Runs a command and waits for its end. Its output goes to {@code <logs>/<name>.out} and its
   * errors to {@code <logs>/<name>.err}.
   *
   * @throws TimedOut if it does not end within the limit; it is then killed
   */
  public ProcessOutput run(ProcessCommand command, Duration limit) {
    requireOpen(command);
    Path out = logs.resolve(command.name() + ".out");
    Path err = logs.resolve(command.name() + ".err");
    Path pidFile = logs.resolve(command.name() + ".pid");
    try {
      Process guard =
          ProcessGuard.around(command, pidFile)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      await(command, guard, limit);
      Files.deleteIfExists(pidFile);
      return new ProcessOutput(
          command.name(), guard.exitValue(), Files.readString(out), Files.readString(err), err);
    } catch (IOException e) {
      throw new UncheckedIOException("could not run " + command, e);
    }
  }

  private static void await(ProcessCommand command, Process guard, Duration limit) {
    try {
      if (!guard.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimedOut(command + " to end", limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedInterruptedException(e);
    } finally {
      guard.destroyForcibly();
    }
  }

  /**
   * Asks every child to end, the youngest first, and then waits for all of them. They end in
   * parallel, within a second or two. A process started later is ended at once.
   */
  @Override
  public void close() {
    closed = true;
    children.forEach(ChildProcess::askToEnd);
    for (ChildProcess child = children.poll(); child != null; child = children.poll()) {
      child.end();
    }
  }

  /** Whether all processes are being ended; failures from then on can be ignored. */
  public boolean isClosed() {
    return closed;
  }

  private void requireOpen(ProcessCommand command) {
    if (closed) {
      throw new IllegalStateException("cannot start " + command + ": this program is ending");
    }
  }
}
