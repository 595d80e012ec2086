package org.softpause.agent.actuator;

import java.time.Duration;
import java.util.List;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.StrictJson;

/**
 * Adds a program that measures the site's use to an actuator that cannot measure without an order.
 * The program reads nothing and answers as for an order, {@code {"measuredBps":…}}.
 */
public final class MeasuringActuator implements Actuator {
  private final Actuator orders;
  private final BoundedProcess meter;

  public MeasuringActuator(Actuator orders, List<String> measureCommand, Duration limit) {
    this.orders = orders;
    this.meter = new BoundedProcess(measureCommand, limit);
  }

  @Override
  public OrderOutcome apply(CapacityOrder order) throws InterruptedException {
    return orders.apply(order);
  }

  @Override
  public OrderOutcome measure() throws InterruptedException {
    try {
      return new OrderOutcome.Enforced(measured(meter.run(new byte[0])));
    } catch (BoundedProcess.NotRun e) {
      return new OrderOutcome.Failed(String.valueOf(e.getMessage()));
    } catch (RuleViolation e) {
      return new OrderOutcome.Failed("its answer is refused: " + e.getMessage());
    }
  }

  private static int measured(byte[] answer) {
    return StrictJson.read(
        answer, BoundedProcess.OUTPUT_LIMIT, reader -> reader.small("measuredBps", 0, 10_000));
  }

  @Override
  public String describe() {
    return orders.describe();
  }
}
