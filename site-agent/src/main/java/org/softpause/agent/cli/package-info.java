/**
 * The commands of the agent and their exit codes: 0 done or accepted, 1 refused by a rule, 2 wrong
 * usage, 3 the service or a block source could not be reached, 70 a fault of the program.
 */
@NullMarked
package org.softpause.agent.cli;

import org.jspecify.annotations.NullMarked;
