package org.softpause.authz.committee;

import java.util.Base64;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.PublicIdentity;

/** The 32 bytes behind a {@code kid}. */
final class KeyId {
  private KeyId() {}

  static Bytes32 of(PublicIdentity key) {
    return decode(key.kid());
  }

  /** Whose key a document claims to be signed with. */
  static Bytes32 of(Jws jws) {
    return decode(jws.kid());
  }

  private static Bytes32 decode(String kid) {
    return Bytes32.of(Base64.getUrlDecoder().decode(kid));
  }
}
