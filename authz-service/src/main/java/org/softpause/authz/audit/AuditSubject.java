package org.softpause.authz.audit;

/** The kinds of things whose steps the audit trail records. The names are stored. */
public enum AuditSubject {
  JURISDICTION,
  CEREMONY,
  REGISTRY,
  DECISION,
  SITE,
  TOKEN
}
