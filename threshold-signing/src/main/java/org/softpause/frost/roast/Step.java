package org.softpause.frost.roast;

import java.util.List;

/** The outcome of one event: the coordinator as it is now, and what it has to say, in order. */
public record Step(Coordinator next, List<Message> messages) {
  public Step {
    messages = List.copyOf(messages);
  }
}
