/**
 * Enrols an agent: everything that it will trust from then on is checked, the log is replayed from
 * its first head, and the agent's own block sources must prove the result. Nothing is enforced
 * before.
 */
@NullMarked
package org.softpause.agent.enrolment;

import org.jspecify.annotations.NullMarked;
