package org.softpause.agent.control;

import java.io.IOException;
import org.softpause.agent.report.OperatorLog;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.ProofTimes;
import org.softpause.agent.state.StateStore;

/**
 * Puts the agent's state on the disk at the save points of a cycle. Whatever can change a ceiling
 * is on the disk before the agent acts on it; a change of the clock readings alone is written less
 * often, to spare the disk.
 */
final class StateSaver {
  private static final long CLOCK_SLACK_SECONDS = 10;

  private final StateStore store;
  private final OperatorLog log;

  private AgentState saved;
  private boolean durable = true;

  StateSaver(StateStore store, AgentState saved, OperatorLog log) {
    this.store = store;
    this.saved = saved;
    this.log = log;
  }

  /** Whether the last write succeeded. While the disk refuses writes nothing may rise. */
  boolean isDurable() {
    return durable;
  }

  /** Writes the state if it differs from the one on the disk; a failure raises an alarm. */
  void save(AgentState state) {
    if (!durable || differs(saved, state)) {
      write(state);
    }
  }

  private void write(AgentState state) {
    try {
      store.save(state);
      saved = state;
      if (!durable) {
        log.info("the state can be written again");
      }
      durable = true;
    } catch (IOException e) {
      if (durable) {
        log.alarm(
            "the state cannot be written (" + e.getMessage() + "): nothing will rise until it can");
      }
      durable = false;
    }
  }

  private static boolean differs(AgentState before, AgentState after) {
    return before.log().length() != after.log().length()
        || !before.overlay().equals(after.overlay())
        || !before.enforced().equals(after.enforced())
        || differs(before.times(), after.times());
  }

  private static boolean differs(ProofTimes before, ProofTimes after) {
    return before.provenAt() != after.provenAt()
        || after.clockSeen() - before.clockSeen() >= CLOCK_SLACK_SECONDS
        || after.freshAt() - before.freshAt() >= CLOCK_SLACK_SECONDS;
  }
}
