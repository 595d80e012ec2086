/**
 * Tests of refresh and resharing: what comes out, what no longer combines, and members who cheat in
 * each step. Every ceremony derives from a printed seed.
 */
@NullMarked
package org.softpause.frost.reshare;

import org.jspecify.annotations.NullMarked;
