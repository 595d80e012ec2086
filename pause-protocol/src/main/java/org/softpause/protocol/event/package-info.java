/**
 * Decoding of registry events from the bytes that a node returns. Only the strict encoding of a
 * value is accepted; the result is a value type or a refusal.
 */
@NullMarked
package org.softpause.protocol.event;

import org.jspecify.annotations.NullMarked;
