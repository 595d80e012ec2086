/**
 * The surroundings of an agent under test: a committee that really signs, a registry in memory that
 * keeps the contract's rules, and a service and block sources that answer over loopback. Only the
 * clock is simulated.
 */
@NullMarked
package org.softpause.agent.world;

import org.jspecify.annotations.NullMarked;
