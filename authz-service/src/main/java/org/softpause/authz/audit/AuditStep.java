package org.softpause.authz.audit;

import java.time.Instant;

/** What was done, when, and a few words about it (may be empty). */
public record AuditStep(String step, Instant at, String detail) {}
