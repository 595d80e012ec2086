/**
 * The service's copy of the registry's log: reads the registry's events through {@link
 * org.softpause.authz.mirror.RegistryEventSource}, replays them by the protocol's rules, and tells
 * decisions how far they have come. Sends nothing and does not know how the chain is reached.
 */
@NullMarked
package org.softpause.authz.mirror;

import org.jspecify.annotations.NullMarked;
