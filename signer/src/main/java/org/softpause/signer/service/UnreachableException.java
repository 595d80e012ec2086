package org.softpause.signer.service;

import java.io.Serial;

/** No answer came, or one that says that the other side is in trouble; trying again may help. */
public final class UnreachableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public UnreachableException(String detail) {
    super(detail);
  }

  public UnreachableException(String detail, Throwable cause) {
    super(detail, cause);
  }
}
