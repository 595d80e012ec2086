package org.softpause.protocol.json;

import java.util.function.Function;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Reads values of the signature scheme from JSON, by the scheme's own strict decoders. */
public final class FrostValues {
  private FrostValues() {}

  /** The participant's identifier that this member holds as a number, 1 to 255. */
  public static Identifier identifier(ObjectReader in, String name) {
    return new Identifier(in.small(name, 1, Identifier.MAX_VALUE));
  }

  /**
   * A parser for {@link ObjectReader#value}; it refuses both bad hex and a bad encoding as {@link
   * Rule#MALFORMED_VALUE}.
   */
  public static <T> Function<String, T> hex(Function<byte[], T> decoder) {
    return text -> {
      try {
        return decoder.apply(Hex.parse(text));
      } catch (MalformedEncoding e) {
        throw new RuleViolation(Rule.MALFORMED_VALUE, String.valueOf(e.getMessage()), e);
      }
    };
  }
}
