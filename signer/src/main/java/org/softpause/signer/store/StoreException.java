package org.softpause.signer.store;

import java.io.Serial;

/** The store refused an operation or failed. The message never holds what the store keeps. */
public final class StoreException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final StoreProblem problem;

  public StoreException(StoreProblem problem, String detail) {
    super(detail);
    this.problem = problem;
  }

  public StoreException(StoreProblem problem, String detail, Throwable cause) {
    super(detail, cause);
    this.problem = problem;
  }

  public StoreProblem problem() {
    return problem;
  }
}
