package org.softpause.authz.system;

/** The service refuses a request for a reason that is not a rule of the protocol. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final String detail;

  Refusal(Problem problem, String detail) {
    super(problem.type() + ": " + detail);
    this.problem = problem;
    this.detail = detail;
  }

  public Problem problem() {
    return problem;
  }

  public String detail() {
    return detail;
  }
}
