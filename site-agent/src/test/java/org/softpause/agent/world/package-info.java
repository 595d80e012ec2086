/**
 * A small world for tests: a committee that really signs, a registry in memory that keeps the
 * contract's rules, a service and block sources that answer over loopback. Only its clock is made
 * up.
 */
@NullMarked
package org.softpause.agent.world;

import org.jspecify.annotations.NullMarked;
