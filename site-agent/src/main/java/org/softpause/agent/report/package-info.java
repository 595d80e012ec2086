/** What an operator is told about a cycle: log lines, the status file. */
@NullMarked
package org.softpause.agent.report;

import org.jspecify.annotations.NullMarked;
