package org.softpause.auditor.audit;

import java.util.List;

/** What an audit ends with. */
public enum AuditVerdict {
  VERIFIED("verified"),
  DISAGREEMENT("disagreement"),
  COULD_NOT_CHECK("could-not-check");

  private final String slug;

  AuditVerdict(String slug) {
    this.slug = slug;
  }

  public String slug() {
    return slug;
  }

  /** What was caught counts more than what could not be looked at. */
  static AuditVerdict of(List<AuditFinding> findings, List<String> unchecked) {
    if (!findings.isEmpty()) {
      return DISAGREEMENT;
    }
    return unchecked.isEmpty() ? VERIFIED : COULD_NOT_CHECK;
  }
}
