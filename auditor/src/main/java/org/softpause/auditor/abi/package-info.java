/**
 * The registry's events from the bytes that a node hands out. Only the one strict encoding of a
 * value is taken, and what comes out is a value type or a refusal.
 */
@NullMarked
package org.softpause.auditor.abi;

import org.jspecify.annotations.NullMarked;
