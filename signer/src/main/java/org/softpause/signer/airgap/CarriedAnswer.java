package org.softpause.signer.airgap;

import java.util.Base64;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.transport.TransportResponse;

/**
 * The answer to a carried request.
 *
 * @param status the HTTP status
 * @param body base64url without padding, may be empty
 */
record CarriedAnswer(int status, String body) {
  /** The request was accepted here and has not been sent yet. */
  static final CarriedAnswer TAKEN = new CarriedAnswer(202, "");

  CarriedAnswer {
    CarriedRequest.requireBase64(body);
  }

  static CarriedAnswer of(TransportResponse response) {
    return new CarriedAnswer(response.status(), CarriedRequest.base64(response.body()));
  }

  TransportResponse response() {
    return new TransportResponse(status, bytes());
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
