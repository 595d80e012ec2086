package org.softpause.frost.roast;

import java.util.List;

/** The outcome of one event: the coordinator after it, and its messages in order. */
public record CoordinatorStep(Coordinator next, List<CoordinatorMessage> messages) {
  public CoordinatorStep {
    messages = List.copyOf(messages);
  }
}
