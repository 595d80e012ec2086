package org.softpause.agent.control;

import java.io.IOException;
import org.softpause.agent.report.OperatorLog;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.ProofTimes;
import org.softpause.agent.state.StateStore;

/**
 * What the agent knows, in memory and on the disk. All that can change a ceiling is on the disk
 * before it is acted on; the clock alone is written less often, to spare the disk.
 */
final class StateKeeper {
  private static final long CLOCK_SLACK_SECONDS = 10;

  private final StateStore store;
  private final OperatorLog log;

  private AgentState state;
  private AgentState saved;
  private boolean durable = true;

  StateKeeper(StateStore store, AgentState state, OperatorLog log) {
    this.store = store;
    this.state = state;
    this.saved = state;
    this.log = log;
  }

  AgentState state() {
    return state;
  }

  /** Whether the disk takes what is written: without it nothing may rise. */
  boolean isDurable() {
    return durable;
  }

  /** In memory; {@link #flush} comes before anything is done about it. */
  void keep(AgentState next) {
    state = next;
  }

  /** Puts on the disk what has changed. */
  void flush() {
    if (!durable || differs(saved, state)) {
      save();
    }
  }

  private void save() {
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
