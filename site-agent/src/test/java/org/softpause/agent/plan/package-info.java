/** Tests of the plan. */
@NullMarked
package org.softpause.agent.plan;

import org.jspecify.annotations.NullMarked;
