/**
 * The operator's configuration: which endpoints to ask, how fast to move, what to drive. The file
 * is read once, and a member that is unknown, missing or out of range is refused by name.
 */
@NullMarked
package org.softpause.agent.config;

import org.jspecify.annotations.NullMarked;
