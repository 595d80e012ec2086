package org.softpause.e2e.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command to run as a process: the name of its log, its words, additional environment variables
 * (for secrets, since everyone can read a command line) and the signal that asks it to end.
 */
public record ProcessCommand(
    String name, List<String> words, Map<String, String> environment, String stopSignal) {

  public ProcessCommand {
    if (!name.matches("[a-z0-9][a-z0-9.-]*")) {
      throw new IllegalArgumentException("not a name for a log file: " + name);
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException(name + " has no command");
    }
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /** A command that TERM ends, with no additional environment variables. */
  public static ProcessCommand of(String name, List<String> words) {
    return new ProcessCommand(name, words, Map.of(), "TERM");
  }

  /** Returns the command with one more environment variable. */
  public ProcessCommand with(String variable, String value) {
    Map<String, String> wider = new HashMap<>(environment);
    wider.put(variable, value);
    return new ProcessCommand(name, words, wider, stopSignal);
  }

  /** Returns the command with another stop signal. */
  public ProcessCommand stoppedBy(String signal) {
    return new ProcessCommand(name, words, environment, signal);
  }

  /** Prints only the name, since the words may be long and the environment secret. */
  @Override
  public String toString() {
    return name;
  }
}
