package org.softpause.signer.command;

import java.util.List;
import org.softpause.protocol.json.JsonObject;

/** What a command has to say: lines for people, or one object for machines. */
record CommandResult(List<String> lines, JsonObject json, int exit) {
  CommandResult {
    lines = List.copyOf(lines);
  }

  CommandResult(List<String> lines, JsonObject json) {
    this(lines, json, ExitCodes.DONE);
  }

  /** The same words with the exit code of a refusal. */
  CommandResult refused() {
    return new CommandResult(lines, json, ExitCodes.REFUSED);
  }
}
