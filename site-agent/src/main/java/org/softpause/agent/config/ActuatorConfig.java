package org.softpause.agent.config;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.ObjectReader;

/** The operator's choice of actuator. */
public sealed interface ActuatorConfig {
  /** A dry run that only logs, the default. */
  record Log() implements ActuatorConfig {}

  /**
   * A program of the operator's, which is started anew for every order.
   *
   * @param measureCommand the program that measures without an order; empty if there is none
   */
  record Exec(List<String> command, List<String> measureCommand, Duration timeout)
      implements ActuatorConfig {
    public Exec {
      command = List.copyOf(command);
      measureCommand = List.copyOf(measureCommand);
      if (command.isEmpty()) {
        throw new RuleViolation(Rule.OUT_OF_RANGE, "command must name a program");
      }
    }
  }

  static ActuatorConfig decode(ObjectReader reader) {
    String kind = reader.text("kind", 16);
    return switch (kind) {
      case "log" -> new Log();
      case "exec" -> exec(reader);
      default -> throw new RuleViolation(Rule.MALFORMED_VALUE, "kind must be log or exec");
    };
  }

  private static Exec exec(ObjectReader reader) {
    return new Exec(
        reader.values("command", Function.identity()),
        reader.has("measureCommand")
            ? reader.values("measureCommand", Function.identity())
            : List.of(),
        Duration.ofSeconds(
            reader.has("timeoutSeconds") ? reader.small("timeoutSeconds", 1, 600) : 10));
  }
}
