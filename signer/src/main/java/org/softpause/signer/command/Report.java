package org.softpause.signer.command;

import java.util.List;
import org.softpause.protocol.json.JsonObject;

/** What a command has to say: lines for people, or one object for machines. */
record Report(List<String> lines, JsonObject json) {
  Report {
    lines = List.copyOf(lines);
  }
}
