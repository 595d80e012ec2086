/**
 * What the agent tells people and monitors: log lines for the operator, the status file, and the
 * words for a verdict.
 */
@NullMarked
package org.softpause.agent.report;

import org.jspecify.annotations.NullMarked;
