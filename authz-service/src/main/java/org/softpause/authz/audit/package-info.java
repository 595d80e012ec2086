/**
 * The audit trail: what happened, step by step, written in the same transaction as the step.
 * Features write it; no row is ever changed or deleted.
 */
@NullMarked
package org.softpause.authz.audit;

import org.jspecify.annotations.NullMarked;
