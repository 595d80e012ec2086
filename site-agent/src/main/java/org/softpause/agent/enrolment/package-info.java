/**
 * How an agent begins: it checks everything that it will trust from then on, replays the log from
 * its first head, and ends with a proof by its own block sources. Before that nothing is enforced.
 */
@NullMarked
package org.softpause.agent.enrolment;

import org.jspecify.annotations.NullMarked;
