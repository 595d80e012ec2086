package org.softpause.e2e.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to run: the name its log goes by, the words of the command, what is added to the environment
 * (secrets go there, since everyone may read a command line), and the signal that ends it politely.
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

  /** A command ended by TERM, with nothing added to the environment. */
  public static ProcessCommand of(String name, List<String> words) {
    return new ProcessCommand(name, words, Map.of(), "TERM");
  }

  /** The same command with one more variable in its environment. */
  public ProcessCommand with(String variable, String value) {
    Map<String, String> wider = new HashMap<>(environment);
    wider.put(variable, value);
    return new ProcessCommand(name, words, wider, stopSignal);
  }

  /** The same command, ended by another signal. */
  public ProcessCommand stoppedBy(String signal) {
    return new ProcessCommand(name, words, environment, signal);
  }

  /** Only the name: the words may be long and the environment secret. */
  @Override
  public String toString() {
    return name;
  }
}
