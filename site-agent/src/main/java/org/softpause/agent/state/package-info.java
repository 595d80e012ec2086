/**
 * What the agent must not forget: who it is enrolled with, how far the proven log reaches, which
 * unproven entries it has seen, and what it enforced last. Written twice, flushed to the disk and
 * checksummed; whatever cannot be read back whole is an alarm and never a guess.
 */
@NullMarked
package org.softpause.agent.state;

import org.jspecify.annotations.NullMarked;
