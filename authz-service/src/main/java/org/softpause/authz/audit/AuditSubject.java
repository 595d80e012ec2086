package org.softpause.authz.audit;

/** What a step happened to. */
public enum AuditSubject {
  JURISDICTION,
  CEREMONY,
  REGISTRY,
  DECISION,
  SITE,
  TOKEN
}
