package org.softpause.protocol;

/**
 * A refusal that names the first rule broken. Its detail may be shown to anyone: it holds neither a
 * secret nor a whole document.
 */
public final class RuleViolation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Rule rule;
  private final String detail;

  public RuleViolation(Rule rule, String detail) {
    super(rule.slug() + ": " + detail);
    this.rule = rule;
    this.detail = detail;
  }

  public RuleViolation(Rule rule, String detail, Throwable cause) {
    super(rule.slug() + ": " + detail, cause);
    this.rule = rule;
    this.detail = detail;
  }

  public Rule rule() {
    return rule;
  }

  public String detail() {
    return detail;
  }

  /** Makes the same refusal say where in a document it arose. */
  public RuleViolation at(String place) {
    return new RuleViolation(rule, place + ": " + detail, this);
  }
}
