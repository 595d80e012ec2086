/**
 * Decisions: what is proposed and voted on, and the state each has reached. It knows the
 * committees; the features that sign, anchor and attest listen to its events and report progress to
 * it.
 */
@NullMarked
package org.softpause.authz.decision;

import org.jspecify.annotations.NullMarked;
