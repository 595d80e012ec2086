package org.softpause.agent.config;

import java.net.URI;
import java.net.URISyntaxException;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * Parses absolute http and https addresses; a slash at the end is dropped, so that paths can be
 * added.
 */
final class HttpAddress {
  private HttpAddress() {}

  static URI parse(String text) {
    try {
      URI address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (http && address.getHost() != null) {
        return address;
      }
      throw new RuleViolation(Rule.MALFORMED_VALUE, "not an http address");
    } catch (URISyntaxException e) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "not an http address", e);
    }
  }
}
