package org.softpause.signer.pkcs11;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.store.StoreException;

/** A process that signs with a token's key. */
final class Pkcs11KeyUser {
  private Pkcs11KeyUser() {}

  /**
   * Signs once and verifies.
   *
   * @param arguments library, alias, PIN
   */
  public static void main(String[] arguments) {
    try {
      Identity identity = open(Path.of(arguments[0]), arguments[1], arguments[2]);
      Jws signed = identity.sign(new ObjectWriter().text("type", "softpause-test-v1").toJson());
      signed.verify(identity.publicIdentity());
      System.out.println("verified " + signed.kid());
    } catch (StoreException refused) {
      System.out.println(refused.problem().name() + " " + refused.getMessage());
    }
  }

  static Identity open(Path library, String alias, String pin) {
    return Pkcs11Key.open(
        new IdentityKey.Token(
            library, OptionalLong.empty(), alias, SecretBytes.copyOf(pin.getBytes(UTF_8))));
  }
}
