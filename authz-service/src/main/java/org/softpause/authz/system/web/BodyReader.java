package org.softpause.authz.system.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.softpause.authz.system.CallerLimits;
import org.softpause.authz.system.Problem;
import org.softpause.authz.system.Refusal;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Reads bodies into the memory that they share: at most so large, and at most so slowly. */
final class BodyReader {
  static final int MAX_BYTES = 256 * 1024;

  /** Memory is given for what has come, not for what was announced. */
  private static final int CHUNK = 4 * 1024;

  private final CallerLimits limits;
  private final BodyBudget budget;
  private final LongSupplier nanoTime;

  BodyReader(CallerLimits limits, BodyBudget budget, LongSupplier nanoTime) {
    this.limits = limits;
    this.budget = budget;
    this.nanoTime = nanoTime;
  }

  /** A body that was read whole; closing it gives its memory back. */
  record Read(BufferedBody body, int length, BodyBudget budget) implements AutoCloseable {
    @Override
    public void close() {
      budget.end(body);
    }
  }

  /** Refuses a body by its announced length, before a byte of it is read. */
  static void requireLength(long announced) {
    if (announced > MAX_BYTES) {
      throw tooLarge();
    }
  }

  /**
   * Reads a body whole.
   *
   * @throws RuleViolation {@link Rule#TOO_LARGE}
   */
  Read read(HttpServletRequest request) throws IOException {
    BufferedBody body = new BufferedBody(request.getRemoteAddr(), nanoTime.getAsLong());
    budget.begin(body);
    boolean whole = false;
    try {
      int length = readWhole(body, request.getInputStream());
      budget.complete(body);
      whole = true;
      return new Read(body, length, budget);
    } finally {
      if (!whole) {
        budget.end(body);
      }
    }
  }

  private int readWhole(BufferedBody body, InputStream in) throws IOException {
    int length = 0;
    byte[] chunk = new byte[0];
    int filled = 0;
    while (true) {
      if (filled == chunk.length) {
        chunk = new byte[CHUNK];
        filled = 0;
        budget.grow(body, chunk);
      }
      int read = in.read(chunk, filled, chunk.length - filled);
      if (read < 0) {
        return length;
      }
      length += read;
      filled += read;
      if (length > MAX_BYTES) {
        throw tooLarge();
      }
      if (nanoTime.getAsLong() - body.begunAt() > limits.bodyDeadline().toNanos()) {
        throw late();
      }
    }
  }

  /** Why a body that broke off is refused. */
  Refusal late() {
    return Problem.TOO_SLOW.because(
        "a whole body has to arrive within " + limits.bodyDeadline().toSeconds() + " seconds");
  }

  private static RuleViolation tooLarge() {
    return new RuleViolation(Rule.TOO_LARGE, "a body has at most " + MAX_BYTES + " bytes");
  }
}
