package org.softpause.signer.state;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/** The signer's identity key: kept in this store, or in a PKCS#11 token that never gives it out. */
public sealed interface IdentityKey {
  int SECRET_LENGTH = 32;
  int MAX_TEXT = 1000;

  /** A key whose private scalar is in this store. */
  record Software(SecretBytes secret) implements IdentityKey {
    @Override
    public void writeTo(ObjectWriter out) {
      StateCodecs.secret(out, "identity", secret);
    }
  }

  /**
   * A key that stays in a token, with what is needed to use it there.
   *
   * @param library the token's PKCS#11 module
   * @param slot the slot's id; without one, the first slot that the module lists
   * @param alias the key's label
   * @param pin the token's user PIN, kept so that the passphrase alone starts a watch
   */
  record Token(Path library, OptionalLong slot, String alias, SecretBytes pin)
      implements IdentityKey {
    private static Token read(ObjectReader in) {
      return new Token(
          Path.of(in.text("library", MAX_TEXT)),
          in.has("slot")
              ? OptionalLong.of(in.number("slot", 0, 0xffff_ffffL))
              : OptionalLong.empty(),
          in.text("alias", MAX_TEXT),
          SecretBytes.copyOf(in.text("pin", MAX_TEXT).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void writeTo(ObjectWriter out) {
      out.json("identityToken", toJson());
    }

    private JsonObject toJson() {
      byte[] secret = pin.exposeSecretBytes();
      ObjectWriter out =
          new ObjectWriter()
              .text("library", library.toString())
              .text("alias", alias)
              .text("pin", new String(secret, StandardCharsets.UTF_8));
      Arrays.fill(secret, (byte) 0);
      slot.ifPresent(number -> out.number("slot", number));
      return out.toJson();
    }
  }

  /** Writes the key as one member of the state. */
  void writeTo(ObjectWriter out);

  static IdentityKey read(ObjectReader in) {
    return in.has("identityToken")
        ? in.object("identityToken", Token::read)
        : new Software(StateCodecs.secret(in, "identity", SECRET_LENGTH));
  }
}
