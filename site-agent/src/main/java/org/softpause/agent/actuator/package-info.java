/**
 * The hands of the agent: they take one order, carry it out and measure what came of it. An order
 * may be given again at any time, and a hand that fails is reported, never believed.
 */
@NullMarked
package org.softpause.agent.actuator;

import org.jspecify.annotations.NullMarked;
