package org.softpause.protocol.committee;

import java.util.function.Function;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Reads hex members of documents with the strict decoders of the signature scheme. */
final class FrostHex {
  private FrostHex() {}

  /** A parser whose refusals, of the hex or of the value, are {@link Rule#MALFORMED_VALUE}. */
  static <T> Function<String, T> as(Function<byte[], T> decoder) {
    return hex -> {
      try {
        return decoder.apply(Hex.parse(hex));
      } catch (MalformedEncoding e) {
        throw new RuleViolation(Rule.MALFORMED_VALUE, String.valueOf(e.getMessage()), e);
      }
    };
  }
}
