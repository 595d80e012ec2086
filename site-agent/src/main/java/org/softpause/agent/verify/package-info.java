/**
 * Judging what was fetched, in the numbered order of the protocol's section "Token", and learning
 * from it. Everything here is a pure function of what is known, what was fetched and one reading of
 * the clock.
 */
@NullMarked
package org.softpause.agent.verify;

import org.jspecify.annotations.NullMarked;
