/**
 * The control loop: every second the agent plans the ceiling, moves the site towards it no faster
 * than its limit allows, and reports. A thread of its own asks the network, so that a silent peer
 * never delays a step.
 */
@NullMarked
package org.softpause.agent.control;

import org.jspecify.annotations.NullMarked;
