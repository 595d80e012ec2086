package org.softpause.authz.audit;

import java.time.Instant;

/**
 * A step of the audit trail.
 *
 * @param detail a short description, may be empty
 */
public record AuditStep(String step, Instant at, String detail) {}
