/**
 * Fetches evidence: tokens and log pages from the service, heads from the operator's own block
 * sources. Nothing is trusted here, and every answer is limited in time and size before it is
 * parsed.
 */
@NullMarked
package org.softpause.agent.fetch;

import org.jspecify.annotations.NullMarked;
