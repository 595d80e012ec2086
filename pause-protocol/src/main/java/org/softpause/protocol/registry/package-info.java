/**
 * The registry contract's rules in Java: certificates, the log, and the state to which the log
 * leads (protocol "Registry"). Whoever replays the log verifies it with this package and needs no
 * contract.
 */
@NullMarked
package org.softpause.protocol.registry;

import org.jspecify.annotations.NullMarked;
