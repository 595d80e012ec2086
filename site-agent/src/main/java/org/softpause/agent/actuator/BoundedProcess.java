package org.softpause.agent.actuator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs an operator's program once, with a limit on its time and output. Processes that it started
 * are ended with it, so that a late step never overtakes a newer order.
 */
final class BoundedProcess {
  static final int OUTPUT_LIMIT = 64 * 1024;

  /** The program could not be run to its end; the message is for the operator. */
  static final class NotRun extends Exception {
    private static final long serialVersionUID = 1L;

    NotRun(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  private final List<String> command;
  private final Duration limit;

  BoundedProcess(List<String> command, Duration limit) {
    this.command = List.copyOf(command);
    this.limit = limit;
  }

  /**
   * Runs the program to its end and returns its standard output; an exit code other than 0 is a
   * failure.
   */
  byte[] run(byte[] input) throws NotRun, InterruptedException {
    Process process = start();
    try {
      CompletableFuture<byte[]> output = inBackground(() -> readAll(process));
      CompletableFuture<byte[]> written = inBackground(() -> writeAll(process, input));
      byte[] answer = output.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw tooSlow();
      }
      written.cancel(true);
      if (process.exitValue() != 0) {
        throw new NotRun("it ended with code " + process.exitValue(), null);
      }
      return answer;
    } catch (TimeoutException e) {
      throw tooSlow();
    } catch (ExecutionException e) {
      throw new NotRun("its output could not be read: " + e.getCause(), e);
    } finally {
      endWithChildren(process);
    }
  }

  private Process start() throws NotRun {
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new NotRun("it could not be started: " + e.getMessage(), e);
    }
  }

  private NotRun tooSlow() {
    return new NotRun("it was not done within " + limit.toSeconds() + " s and was ended", null);
  }

  private interface Work {
    byte[] get() throws IOException;
  }

  private static CompletableFuture<byte[]> inBackground(Work work) {
    CompletableFuture<byte[]> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                result.complete(work.get());
              } catch (IOException e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }

  private static byte[] readAll(Process process) throws IOException {
    try (InputStream in = process.getInputStream()) {
      byte[] output = in.readNBytes(OUTPUT_LIMIT + 1);
      if (output.length > OUTPUT_LIMIT) {
        throw new IOException("more than " + OUTPUT_LIMIT + " bytes");
      }
      return output;
    }
  }

  /** Writes the order. A program need not read it, so a closed pipe is no failure. */
  private static byte[] writeAll(Process process, byte[] input) throws IOException {
    try (OutputStream out = process.getOutputStream()) {
      out.write(input);
    }
    return input;
  }

  private static void endWithChildren(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
