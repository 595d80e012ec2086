package org.softpause.signer.state;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * Reads and writes what the state's records have in common, such as secrets and optional members.
 */
final class StateCodecs {
  private StateCodecs() {}

  static SecretBytes secret(ObjectReader in, String name, int length) {
    byte[] bytes = in.hex(name, length);
    SecretBytes secret = SecretBytes.copyOf(bytes);
    Arrays.fill(bytes, (byte) 0);
    return secret;
  }

  static void secret(ObjectWriter out, String name, SecretBytes secret) {
    byte[] bytes = secret.exposeSecretBytes();
    out.hex(name, bytes);
    Arrays.fill(bytes, (byte) 0);
  }

  static <T> Optional<T> optional(ObjectReader in, String name, Supplier<T> present) {
    return in.has(name) ? Optional.of(present.get()) : Optional.empty();
  }

  static JsonObject object(ObjectReader in, String name) {
    if (in.json(name) instanceof JsonObject object) {
      return object;
    }
    throw new RuleViolation(Rule.WRONG_TYPE, name + " must be an object");
  }
}
