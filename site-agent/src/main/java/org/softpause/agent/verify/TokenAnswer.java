package org.softpause.agent.verify;

import org.softpause.protocol.Rule;

/** What the service said. */
public sealed interface TokenAnswer {
  /** Bytes that claim to be a token. */
  final class Fetched implements TokenAnswer {
    private final byte[] bytes;

    public Fetched(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /** Something came that may not even be read. */
  record Unreadable(Rule rule, String detail) implements TokenAnswer {}

  /** None came. */
  record Missing(String detail) implements TokenAnswer {}
}
