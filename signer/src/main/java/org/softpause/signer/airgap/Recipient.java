package org.softpause.signer.airgap;

import java.net.URI;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** The peer that a carried request is for; only the connected machine knows its address. */
public enum Recipient {
  SERVICE("service"),
  NODE("node");

  private static final String DOMAIN = ".carried.invalid";

  private final String word;

  Recipient(String word) {
    this.word = word;
  }

  /** A stand-in for the peer's address, which never resolves (RFC 6761 §6.4). */
  public URI address() {
    return URI.create("http://" + word + DOMAIN);
  }

  static Recipient of(URI uri) {
    for (Recipient recipient : values()) {
      if (recipient.address().getHost().equals(uri.getHost())) {
        return recipient;
      }
    }
    throw new IllegalArgumentException("no request is carried to " + uri);
  }

  static Recipient parse(String word) {
    for (Recipient recipient : values()) {
      if (recipient.word.equals(word)) {
        return recipient;
      }
    }
    throw new RuleViolation(
        Rule.MALFORMED_VALUE, "a carried request goes to the service or the node");
  }

  @Override
  public String toString() {
    return word;
  }
}
