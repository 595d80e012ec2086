package org.softpause.authz.audit;

/** What a step happened to. */
public enum Subject {
  JURISDICTION,
  CEREMONY,
  REGISTRY,
  DECISION,
  SITE,
  TOKEN
}
