package org.softpause.signer.airgap;

import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.transport.TransportRequest;

/**
 * One request that crosses the air gap in a file.
 *
 * @param path with its query
 * @param body base64url without padding, empty for none
 */
public record CarriedRequest(Recipient to, String method, String path, String body) {
  static final int MAX_BODY = 6 * 1024 * 1024;

  private static final int MAX_PATH = 1000;
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9/._~?&=%:-]*)?");

  public CarriedRequest {
    if (!method.equals("GET") && !method.equals("POST")) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "a carried request is a GET or a POST");
    }
    if (path.length() > MAX_PATH || !PATH.matcher(path).matches() || path.contains("..")) {
      throw new RuleViolation(
          Rule.MALFORMED_VALUE, "the path of a carried request has characters it may not have");
    }
    if (method.equals("GET") && !body.isEmpty()) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "a GET has no body");
    }
    requireBase64(body);
  }

  /** A request for a document of the service's. */
  public static CarriedRequest get(String path) {
    return new CarriedRequest(Recipient.SERVICE, "GET", path, "");
  }

  /** From a request to one of the addresses in {@link Recipient#address}. */
  static CarriedRequest of(TransportRequest request) {
    URI uri = request.uri();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new CarriedRequest(
        Recipient.of(uri),
        request.method(),
        uri.getRawPath() + query,
        request.body().map(CarriedRequest::base64).orElse(""));
  }

  /** The same request to the peer's real address. */
  TransportRequest to(URI base, Duration timeout, int maxBytes) {
    URI uri = URI.create(base.toString().replaceAll("/+$", "") + path);
    return method.equals("GET")
        ? TransportRequest.get(uri, timeout, maxBytes)
        : TransportRequest.post(uri, Base64.getUrlDecoder().decode(body), timeout, maxBytes);
  }

  /** Whether this is a document of the signer's that the service must get. */
  boolean isPost() {
    return to == Recipient.SERVICE && method.equals("POST");
  }

  static String base64(byte[] body) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(body);
  }

  static void requireBase64(String body) {
    try {
      if (base64(Base64.getUrlDecoder().decode(body)).equals(body)) {
        return;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "a body is base64url", notBase64);
    }
    throw new RuleViolation(Rule.MALFORMED_VALUE, "a body is base64url without padding");
  }

  static CarriedRequest read(ObjectReader in) {
    return new CarriedRequest(
        in.value("to", Recipient::parse),
        in.text("method", 4),
        in.text("path", MAX_PATH),
        in.has("body") ? in.text("body", MAX_BODY) : "");
  }

  ObjectWriter write() {
    ObjectWriter out =
        new ObjectWriter().text("to", to.toString()).text("method", method).text("path", path);
    return body.isEmpty() ? out : out.text("body", body);
  }
}
