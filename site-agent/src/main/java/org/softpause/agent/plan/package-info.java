/**
 * From what is known to what may be used: the ceiling of this site now, which decision or rule
 * gives it, and one sentence that tells a person why.
 */
@NullMarked
package org.softpause.agent.plan;

import org.jspecify.annotations.NullMarked;
