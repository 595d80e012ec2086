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

/**
 * Runs an operator's program once, with one limit on its whole time and one on its output. The run
 * is over as soon as the program ends. Whatever it started is ended with it, so that a late step
 * never overtakes a newer order.
 */
final class BoundedProcess {
  static final int OUTPUT_LIMIT = 64 * 1024;

  /** How long a pipe may take to end once all processes of the program were ended. */
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(1);

  /** The program could not be run to its end; the message is for the operator. */
  static final class NotRun extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> errorLines;

    NotRun(String message, List<String> errorLines) {
      super(message);
      this.errorLines = List.copyOf(errorLines);
    }

    /** The last lines of the program's standard error. */
    List<String> errorLines() {
      return errorLines;
    }
  }

  /** What a program that ended with code 0 wrote. */
  static final class Written {
    private final byte[] output;
    private final List<String> errorLines;

    private Written(byte[] output, List<String> errorLines) {
      this.output = output;
      this.errorLines = errorLines;
    }

    /** Its standard output. */
    byte[] output() {
      return output.clone();
    }

    /** The last lines of its standard error. */
    List<String> errorLines() {
      return errorLines;
    }
  }

  private final List<String> command;
  private final Duration limit;

  BoundedProcess(List<String> command, Duration limit) {
    this.command = List.copyOf(command);
    this.limit = limit;
  }

  /** Runs the program to its end; an exit code other than 0 is a failure. */
  Written run(byte[] input) throws NotRun, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    ProcessFamily family = start();
    Process program = family.leader();
    ErrorTail tail = new ErrorTail();
    CompletableFuture<byte[]> output = inBackground(() -> readAll(program));
    CompletableFuture<byte[]> errors = inBackground(() -> readErrors(program, tail));
    sendInBackground(program, input);
    String failure;
    List<Long> left;
    try {
      failure = await(program, output, deadline);
    } finally {
      left = family.end();
    }
    drain(errors);
    if (failure.isEmpty() && !left.isEmpty()) {
      failure = "processes that it started cannot be ended: " + left;
    }
    if (!failure.isEmpty()) {
      throw new NotRun(failure, tail.lines());
    }
    return new Written(written(output, tail), tail.lines());
  }

  private ProcessFamily start() throws NotRun {
    try {
      return ProcessFamily.start(command);
    } catch (IOException e) {
      throw new NotRun("it could not be started: " + e.getMessage(), List.of());
    }
  }

  /** Waits for the program's end and says what is wrong with it; empty if nothing is. */
  private String await(Process program, CompletableFuture<byte[]> output, long deadline)
      throws InterruptedException {
    CompletableFuture<Process> exit = program.onExit();
    CompletableFuture<Process> outputFails = output.thenCompose(all -> exit);
    try {
      CompletableFuture.anyOf(exit, outputFails)
          .get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return "it was not done within " + limit.toSeconds() + " s and was ended";
    } catch (ExecutionException e) {
      return unreadable(e);
    }
    return program.exitValue() == 0 ? "" : "it ended with code " + program.exitValue();
  }

  private static byte[] written(CompletableFuture<byte[]> output, ErrorTail tail)
      throws NotRun, InterruptedException {
    try {
      return output.get(LONGEST_DRAIN.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new NotRun("a process that it started escaped and holds its output open", tail.lines());
    } catch (ExecutionException e) {
      throw new NotRun(unreadable(e), tail.lines());
    }
  }

  /** Error lines are worth a short wait, and what was read until then is good enough. */
  private static void drain(CompletableFuture<byte[]> errors) throws InterruptedException {
    try {
      errors.get(LONGEST_DRAIN.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return;
    }
  }

  private static String unreadable(ExecutionException e) {
    Throwable cause = e.getCause();
    return "its output could not be read: " + (cause == null ? e : cause).getMessage();
  }

  private interface Work {
    byte[] get() throws IOException;
  }

  /** A pipe can block its thread for as long as a process holds it, hence no virtual threads. */
  private static CompletableFuture<byte[]> inBackground(Work work) {
    CompletableFuture<byte[]> result = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("actuator-pipe")
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

  private static byte[] readErrors(Process process, ErrorTail tail) throws IOException {
    try (InputStream in = process.getErrorStream()) {
      tail.readAll(in);
    }
    return new byte[0];
  }

  /** Writes the order. A program need not read it, so a closed pipe is no failure. */
  private static void sendInBackground(Process program, byte[] input) {
    Thread.ofPlatform()
        .daemon()
        .name("actuator-input")
        .start(
            () -> {
              try (OutputStream out = program.getOutputStream()) {
                out.write(input);
              } catch (IOException e) {
                // A program may end without reading its input.
              }
            });
  }
}
