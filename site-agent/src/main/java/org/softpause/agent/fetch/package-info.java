/**
 * Fetches what others say: tokens and log pages from the service, heads from the operator's own
 * block sources. Nothing here is believed; every answer has a limit on its time and its bytes
 * before anyone parses it.
 */
@NullMarked
package org.softpause.agent.fetch;

import org.jspecify.annotations.NullMarked;
