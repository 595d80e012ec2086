package org.softpause.auditor.audit;

import org.softpause.protocol.RuleViolation;

/**
 * A violation that the audit found.
 *
 * @param source the endpoint, service or file that is at fault
 * @param rule the slug of the broken rule
 * @param detail one line for a human reader
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
