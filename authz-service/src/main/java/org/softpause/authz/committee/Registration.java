package org.softpause.authz.committee;

import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.ObjectReader;

/** {@code softpause-registration-v1}: a key introduces itself with a code, signed by itself. */
record Registration(String name, String code, PublicIdentity key, long at) {
  private static final String TYPE = "softpause-registration-v1";
  private static final int MAX_TEXT = 200;
  private static final long MAX_UINT48 = (1L << 48) - 1;

  /** Reads the claim, then verifies that the key it names has signed it. */
  static Registration verified(Jws jws) {
    Registration claim = jws.unverified().read(TYPE, Registration::read);
    jws.verify(claim.key());
    return claim;
  }

  private static Registration read(ObjectReader in) {
    return new Registration(
        in.text("name", MAX_TEXT),
        in.text("code", MAX_TEXT),
        in.object("jwk", PublicIdentity::read),
        in.number("at", 0, MAX_UINT48));
  }
}
