package org.softpause.agent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.StrictJson;

/** What status.json said last: for people, and a hint where a site stands whose state is lost. */
public final class LastStatus {
  private static final int MAX_BYTES = 64 * 1024;

  private LastStatus() {}

  /**
   * The object as it was written.
   *
   * @throws RuleViolation if it is none
   */
  public static JsonObject read(Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(StatusFile.NAME));
    if (StrictJson.parse(bytes, MAX_BYTES) instanceof JsonObject status) {
      return status;
    }
    throw new RuleViolation(Rule.WRONG_TYPE, "a status is an object");
  }

  /** The level of then, if the file is there and reads. */
  public static OptionalInt level(Path folder) {
    try {
      return read(folder).members().get("ceilingBps") instanceof JsonInteger level
              && level.value() >= 0
              && level.value() <= 10_000
          ? OptionalInt.of((int) level.value())
          : OptionalInt.empty();
    } catch (IOException | RuleViolation e) {
      return OptionalInt.empty();
    }
  }
}
