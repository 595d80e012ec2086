package org.softpause.auditor.audit;

import org.softpause.protocol.RuleViolation;

/**
 * Something that is not as it must be.
 *
 * @param source who said it: an endpoint, the service, a file
 * @param rule the slug of the rule broken
 * @param detail one line for people
 */
public record AuditFinding(String source, String rule, String detail) {
  static AuditFinding of(String source, RuleViolation broken) {
    return new AuditFinding(source, broken.rule().slug(), broken.detail());
  }

  @Override
  public String toString() {
    return source + ": " + rule + ": " + detail;
  }
}
