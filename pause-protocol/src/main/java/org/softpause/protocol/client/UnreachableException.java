package org.softpause.protocol.client;

import java.io.Serial;

/** A peer gave no answer, or one that says it is in trouble; a later attempt may succeed. */
public final class UnreachableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public UnreachableException(String detail) {
    super(detail);
  }

  public UnreachableException(String detail, Throwable cause) {
    super(detail, cause);
  }
}
