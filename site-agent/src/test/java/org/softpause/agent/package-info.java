/** Tests of what holds for the agent as a whole. */
@NullMarked
package org.softpause.agent;

import org.jspecify.annotations.NullMarked;
