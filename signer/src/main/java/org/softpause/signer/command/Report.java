package org.softpause.signer.command;

import java.util.List;
import org.softpause.protocol.json.JsonObject;

/** What a command has to say: lines for people, or one object for machines. */
record Report(List<String> lines, JsonObject json, int exit) {
  Report {
    lines = List.copyOf(lines);
  }

  Report(List<String> lines, JsonObject json) {
    this(lines, json, Exit.DONE);
  }

  /** The same words with the exit code of a refusal. */
  Report refused() {
    return new Report(lines, json, Exit.REFUSED);
  }
}
