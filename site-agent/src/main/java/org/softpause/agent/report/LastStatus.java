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

/**
 * The status file that the agent wrote last. People read it, and enrolment takes the site's level
 * from it where the state was lost.
 */
public final class LastStatus {
  private static final int MAX_BYTES = 64 * 1024;

  private LastStatus() {}

  /**
   * Reads the JSON object as it was written.
   *
   * @throws RuleViolation if the file holds no JSON object
   */
  public static JsonObject read(Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(StatusFile.NAME));
    if (StrictJson.parse(bytes, MAX_BYTES) instanceof JsonObject status) {
      return status;
    }
    throw new RuleViolation(Rule.WRONG_TYPE, "a status must be an object");
  }

  /** The level in the file, if the file exists and can be read. */
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
