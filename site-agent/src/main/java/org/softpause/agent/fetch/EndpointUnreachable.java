package org.softpause.agent.fetch;

import org.jspecify.annotations.Nullable;

/**
 * The service or a block source could not be asked, or gave no usable answer. It says nothing about
 * the log.
 */
public final class EndpointUnreachable extends Exception {
  private static final long serialVersionUID = 1L;

  public EndpointUnreachable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The reason in one line, for the operator. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
