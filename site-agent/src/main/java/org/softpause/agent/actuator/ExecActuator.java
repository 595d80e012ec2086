package org.softpause.agent.actuator;

import java.time.Duration;
import java.util.List;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;

/**
 * Hands every order to a program of the operator's, as one JSON object on its standard input. The
 * program answers {@code {"measuredBps":…}} on its standard output and exits with code 0.
 */
public final class ExecActuator implements Actuator {
  private final List<String> command;
  private final BoundedProcess program;

  public ExecActuator(List<String> command, Duration limit) {
    this.command = List.copyOf(command);
    this.program = new BoundedProcess(command, limit);
  }

  @Override
  public OrderOutcome apply(CapacityOrder order) throws InterruptedException {
    return measure(program, CanonicalJson.encode(encode(order)));
  }

  @Override
  public String describe() {
    return "exec " + command.getFirst();
  }

  private static Json encode(CapacityOrder order) {
    return new ObjectWriter()
        .text("siteId", order.siteId())
        .number("ceilingBps", order.ceilingBps())
        .uint64("peakPflops", order.peakPflops())
        .uint64("allowedPflops", order.allowedPflops())
        .text("reason", order.reason())
        .number("sequence", order.sequence())
        .toJson();
  }

  /** Runs a program that answers with a measurement. */
  static OrderOutcome measure(BoundedProcess program, byte[] input) throws InterruptedException {
    try {
      return measured(program.run(input));
    } catch (BoundedProcess.NotRun e) {
      return new OrderOutcome.Failed(String.valueOf(e.getMessage()), e.errorLines());
    }
  }

  private static OrderOutcome measured(BoundedProcess.Written written) {
    try {
      int measuredBps =
          StrictJson.read(
              written.output(),
              BoundedProcess.OUTPUT_LIMIT,
              reader -> reader.small("measuredBps", 0, 10_000));
      return new OrderOutcome.Enforced(measuredBps, written.errorLines());
    } catch (RuleViolation e) {
      return new OrderOutcome.Failed(
          "its answer is refused: " + e.getMessage(), written.errorLines());
    }
  }
}
