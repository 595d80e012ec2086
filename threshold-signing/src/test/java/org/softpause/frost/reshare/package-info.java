/**
 * Tests of refresh and resharing: their outcome, which shares no longer combine, and members who
 * cheat in each step. Every ceremony derives from a printed seed.
 */
@NullMarked
package org.softpause.frost.reshare;

import org.jspecify.annotations.NullMarked;
