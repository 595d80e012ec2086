/**
 * What every feature is built on: the clock and the source of randomness, refusals beside the
 * protocol's rules, and how value types are stored and written. It knows no feature.
 */
@NullMarked
package org.softpause.authz.system;

import org.jspecify.annotations.NullMarked;
