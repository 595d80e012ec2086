package org.softpause.agent.verify;

import org.softpause.protocol.Rule;

/** The service's answer to the request for a token. */
public sealed interface TokenAnswer {
  /** The service sent bytes that claim to be a token. */
  final class Fetched implements TokenAnswer {
    private final byte[] bytes;

    public Fetched(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /** The answer breaks a rule before it can be read as a token. */
  record Unreadable(Rule rule, String detail) implements TokenAnswer {}

  /** No token came. */
  record Missing(String detail) implements TokenAnswer {}
}
