package org.softpause.signer.airgap;

import java.util.Base64;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * What came back for an errand.
 *
 * @param status of HTTP
 * @param body base64url without padding, may be empty
 */
record CarriedAnswer(int status, String body) {
  /** Taken, and not sent yet. */
  static final CarriedAnswer TAKEN = new CarriedAnswer(202, "");

  CarriedAnswer {
    CarriedRequest.requireBase64(body);
  }

  static CarriedAnswer of(int status, byte[] body) {
    return new CarriedAnswer(status, CarriedRequest.text(body));
  }

  byte[] bytes() {
    return Base64.getUrlDecoder().decode(body);
  }

  static CarriedAnswer read(ObjectReader in) {
    return new CarriedAnswer(
        in.small("status", 200, 499), in.text("body", CarriedRequest.MAX_BODY));
  }

  ObjectWriter write() {
    return new ObjectWriter().number("status", status).text("body", body);
  }
}
