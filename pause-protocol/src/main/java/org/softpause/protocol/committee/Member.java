package org.softpause.protocol.committee;

import java.util.regex.Pattern;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A jurisdiction's seat in a committee.
 *
 * @param name the name that people read: 1 to 100 printable characters, no space at either end
 */
public record Member(Identifier identifier, String name, PublicIdentity identity) {
  /** The most UTF-16 units of a name. */
  public static final int MAX_NAME = 100;

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]+( [\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]+)*");

  /**
   * Checks the name.
   *
   * @throws RuleViolation {@link Rule#PLAN_INVALID}
   */
  public Member {
    requireName(name);
  }

  /**
   * Returns if a member or a body may have this name.
   *
   * @throws RuleViolation {@link Rule#PLAN_INVALID}
   */
  public static void requireName(String name) {
    if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
      throw new RuleViolation(
          Rule.PLAN_INVALID, "a name has 1 to 100 printable characters and single spaces");
    }
  }

  /** Codec of {identifier, name, jwk}. */
  public static Member read(ObjectReader in) {
    return new Member(
        FrostValues.identifier(in, "identifier"),
        in.text("name", MAX_NAME),
        in.object("jwk", PublicIdentity::read));
  }

  public JsonObject toJson() {
    return write().toJson();
  }

  ObjectWriter write() {
    return new ObjectWriter()
        .number("identifier", identifier.value())
        .text("name", name)
        .json("jwk", identity.toJson());
  }

  @Override
  public String toString() {
    return identifier.value() + " (" + name + ")";
  }
}
