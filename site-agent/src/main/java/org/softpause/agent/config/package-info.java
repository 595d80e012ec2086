/**
 * What the operator decides: whom to ask, how fast to move, what to drive. Read once and whole; a
 * member that is unknown, missing or out of range is refused by name.
 */
@NullMarked
package org.softpause.agent.config;

import org.jspecify.annotations.NullMarked;
