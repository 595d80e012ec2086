/**
 * Judges the evidence in the numbered order of the protocol's section "Token", and adds what it
 * proves or shows to the state. Everything here is a pure function of the state, the evidence and
 * one clock reading.
 */
@NullMarked
package org.softpause.agent.verify;

import org.jspecify.annotations.NullMarked;
