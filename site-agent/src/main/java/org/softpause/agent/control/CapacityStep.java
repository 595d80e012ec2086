package org.softpause.agent.control;

import org.softpause.agent.actuator.OrderOutcome;
import org.softpause.agent.state.AgentState;

/**
 * The result of one step of the {@link CapacityController}.
 *
 * @param state the state as it was recorded after the step
 * @param level the level ordered last, or the one that a restart began with, in basis points
 * @param measured the use of the site that the actuator measured last, in basis points
 * @param outcome the outcome of the latest order
 */
record CapacityStep(AgentState state, int level, int measured, OrderOutcome outcome) {}
