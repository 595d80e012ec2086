/**
 * Actuators: each carries out one order and measures the result. An order may be repeated at any
 * time, and an actuator that fails is reported, never trusted.
 */
@NullMarked
package org.softpause.agent.actuator;

import org.jspecify.annotations.NullMarked;
