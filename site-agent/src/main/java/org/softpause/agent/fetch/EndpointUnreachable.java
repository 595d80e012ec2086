package org.softpause.agent.fetch;

import org.jspecify.annotations.Nullable;

/** Somebody could not be asked, or gave no answer worth reading. Says nothing about the log. */
public final class EndpointUnreachable extends Exception {
  private static final long serialVersionUID = 1L;

  public EndpointUnreachable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** In one line, for the operator. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
