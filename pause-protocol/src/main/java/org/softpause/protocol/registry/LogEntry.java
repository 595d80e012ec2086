package org.softpause.protocol.registry;

import org.softpause.protocol.Uint;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * One anchored decision in the registry's log.
 *
 * @param sequence its place in the log, from 1
 * @param anchoredAt the timestamp of its block, Unix seconds
 */
public record LogEntry(long sequence, long anchoredAt, Certificate certificate) {

  /** Codec for {@link ObjectReader#object}. */
  public static LogEntry read(ObjectReader in) {
    return new LogEntry(
        in.number("sequence", 1, JsonInteger.MAX),
        in.number("anchoredAt", 0, Uint.MAX_48),
        in.object("certificate", Certificate::read));
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .number("sequence", sequence)
        .number("anchoredAt", anchoredAt)
        .json("certificate", certificate.toJson())
        .toJson();
  }
}
