package org.softpause.signer.airgap;

import java.net.URI;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Whom a request is for; where that is, only the carrier knows. */
public enum Recipient {
  SERVICE("service"),
  NODE("node");

  private static final String DOMAIN = ".carried.invalid";

  private final String word;

  Recipient(String word) {
    this.word = word;
  }

  /** Stands for it on a machine that reaches nobody (RFC 6761 §6.4: never resolves). */
  public URI address() {
    return URI.create("http://" + word + DOMAIN);
  }

  static Recipient of(URI uri) {
    for (Recipient recipient : values()) {
      if (recipient.address().getHost().equals(uri.getHost())) {
        return recipient;
      }
    }
    throw new IllegalArgumentException("nobody is carried to at " + uri);
  }

  static Recipient parse(String word) {
    for (Recipient recipient : values()) {
      if (recipient.word.equals(word)) {
        return recipient;
      }
    }
    throw new RuleViolation(Rule.MALFORMED_VALUE, "an errand goes to the service or the node");
  }

  @Override
  public String toString() {
    return word;
  }
}
