package org.softpause.agent.actuator;

import java.util.List;

/** The outcome of an order. */
public sealed interface OrderOutcome {
  /** The last lines that the actuator wrote to its standard error, oldest first. */
  List<String> errorLines();

  /** Joins the error lines to the end of a sentence; empty if there are none. */
  default String errorDetail() {
    return errorLines().isEmpty()
        ? ""
        : "; its standard error ends with: " + String.join(" | ", errorLines());
  }

  /** The order was carried out; {@code measuredBps} is the use that was measured afterwards. */
  record Enforced(int measuredBps, List<String> errorLines) implements OrderOutcome {
    public Enforced {
      errorLines = List.copyOf(errorLines);
    }

    public Enforced(int measuredBps) {
      this(measuredBps, List.of());
    }
  }

  /**
   * The order was not carried out, or the actuator gave no readable answer.
   *
   * @param cause what went wrong, the same words whenever the same goes wrong
   */
  record Failed(String cause, List<String> errorLines) implements OrderOutcome {
    public Failed {
      errorLines = List.copyOf(errorLines);
    }

    public Failed(String cause) {
      this(cause, List.of());
    }

    /** The cause with the error lines. */
    public String detail() {
      return cause + errorDetail();
    }
  }
}
