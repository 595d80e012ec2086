/**
 * The agent's durable state: its enrolment, the proven log, the unproven entries that it has seen,
 * and the level that it enforced last. The state is written twice, flushed to the disk and
 * checksummed; a state that cannot be read back whole raises an alarm and is never guessed.
 */
@NullMarked
package org.softpause.agent.state;

import org.jspecify.annotations.NullMarked;
