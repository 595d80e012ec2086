/**
 * Calculates the ceiling of the site from what the agent knows, names the decision or rule that
 * gives it, and explains it to a person in one sentence.
 */
@NullMarked
package org.softpause.agent.plan;

import org.jspecify.annotations.NullMarked;
