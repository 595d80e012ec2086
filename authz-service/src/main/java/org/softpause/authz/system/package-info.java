/**
 * What every feature stands on: the clock and the source of randomness, refusals that are no rule
 * of the protocol, and how value types are stored and written. It knows no feature.
 */
@NullMarked
package org.softpause.authz.system;

import org.jspecify.annotations.NullMarked;
