package org.softpause.auditor.audit;

import java.util.List;

/** The outcome of an audit. */
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

  /** A finding outweighs a check that could not be completed. */
  static AuditVerdict of(List<AuditFinding> findings, List<String> unchecked) {
    if (!findings.isEmpty()) {
      return DISAGREEMENT;
    }
    return unchecked.isEmpty() ? VERIFIED : COULD_NOT_CHECK;
  }
}
