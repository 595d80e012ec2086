package org.softpause.signer.carry;

import java.net.URI;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Whom a request is for; where that is, only the carrier knows. */
public enum Addressee {
  SERVICE("service"),
  NODE("node");

  private static final String DOMAIN = ".carried.invalid";

  private final String word;

  Addressee(String word) {
    this.word = word;
  }

  /** Stands for it on a machine that reaches nobody (RFC 6761 §6.4: never resolves). */
  public URI address() {
    return URI.create("http://" + word + DOMAIN);
  }

  static Addressee of(URI uri) {
    for (Addressee addressee : values()) {
      if (addressee.address().getHost().equals(uri.getHost())) {
        return addressee;
      }
    }
    throw new IllegalArgumentException("nobody is carried to at " + uri);
  }

  static Addressee parse(String word) {
    for (Addressee addressee : values()) {
      if (addressee.word.equals(word)) {
        return addressee;
      }
    }
    throw new RuleViolation(Rule.MALFORMED_VALUE, "an errand goes to the service or the node");
  }

  @Override
  public String toString() {
    return word;
  }
}
