/**
 * Key ceremonies: the state machine that everyone replays from the public messages, and what one
 * participant does in it. Both are pure functions of messages, so that a service, a signer and an
 * auditor come to the same state.
 */
@NullMarked
package org.softpause.protocol.ceremony;

import org.jspecify.annotations.NullMarked;
