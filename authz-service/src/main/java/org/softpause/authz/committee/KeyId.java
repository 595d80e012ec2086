package org.softpause.authz.committee;

import java.util.Base64;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.PublicIdentity;

/** The 32 bytes that a {@code kid} encodes: the thumbprint of a key. */
final class KeyId {
  private KeyId() {}

  static Bytes32 of(PublicIdentity key) {
    return decode(key.kid());
  }

  /** The key that a document names as its signer's. */
  static Bytes32 of(Jws jws) {
    return decode(jws.kid());
  }

  private static Bytes32 decode(String kid) {
    return Bytes32.of(Base64.getUrlDecoder().decode(kid));
  }
}
