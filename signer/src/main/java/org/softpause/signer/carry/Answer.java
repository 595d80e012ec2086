package org.softpause.signer.carry;

import java.util.Base64;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * What came back for an errand.
 *
 * @param status of HTTP
 * @param body base64url without padding, may be empty
 */
record Answer(int status, String body) {
  /** Taken, and not sent yet. */
  static final Answer TAKEN = new Answer(202, "");

  Answer {
    Errand.requireBase64(body);
  }

  static Answer of(int status, byte[] body) {
    return new Answer(status, Errand.text(body));
  }

  byte[] bytes() {
    return Base64.getUrlDecoder().decode(body);
  }

  static Answer read(ObjectReader in) {
    return new Answer(in.small("status", 200, 499), in.text("body", Errand.MAX_BODY));
  }

  ObjectWriter write() {
    return new ObjectWriter().number("status", status).text("body", body);
  }
}
