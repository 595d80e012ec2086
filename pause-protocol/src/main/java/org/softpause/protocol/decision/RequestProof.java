package org.softpause.protocol.decision;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * Authenticates one read by a committee member: it names method, path and time. It is the payload
 * of a JWS that is sent as {@code Authorization: Softpause <jws>}.
 *
 * @param path with its query
 * @param at Unix seconds
 */
public record RequestProof(String method, String path, long at) {
  public static final String TYPE = "softpause-request-v1";
  public static final long ACCEPTED_SECONDS = 60;
  private static final int MAX_PATH = 1_024;

  public RequestProof {
    Uint.require(48, "at", at);
    if (method.length() > 16 || path.length() > MAX_PATH) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "a request's method or path is too long");
    }
  }

  /**
   * Returns if the proof was made for this request within the last minute.
   *
   * @param now Unix seconds
   * @throws RuleViolation {@link Rule#REQUEST_NOT_THIS_ONE} or {@link Rule#REQUEST_STALE}
   */
  public void check(String actualMethod, String actualPath, long now) {
    if (!method.equals(actualMethod) || !path.equals(actualPath)) {
      throw new RuleViolation(Rule.REQUEST_NOT_THIS_ONE, "signed for " + method + " " + path);
    }
    if (Math.abs(Math.subtractExact(now, at)) > ACCEPTED_SECONDS) {
      throw new RuleViolation(
          Rule.REQUEST_STALE, "signed at " + at + ", accepted within 60 s, now it is " + now);
    }
  }

  /** Codec for {@link ObjectReader#read}. */
  public static RequestProof read(ObjectReader in) {
    in.literal("type", TYPE);
    return new RequestProof(
        in.text("method", 16), in.text("path", MAX_PATH), in.number("at", 0, Uint.MAX_48));
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .text("type", TYPE)
        .text("method", method)
        .text("path", path)
        .number("at", at)
        .toJson();
  }
}
