/**
 * The registry contract's rules once more, in Java: certificates, the log, and the state that the
 * log leads to (protocol "Registry contract", "Exact encodings"). Everybody who replays the log
 * judges it with this package and needs no contract for it.
 */
@NullMarked
package org.softpause.protocol.registry;

import org.jspecify.annotations.NullMarked;
