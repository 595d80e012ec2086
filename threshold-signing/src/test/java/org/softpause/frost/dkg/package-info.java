/**
 * Tests of key generation: ceremonies that succeed, and members who cheat in each step. Every
 * ceremony derives from a printed seed.
 */
@NullMarked
package org.softpause.frost.dkg;

import org.jspecify.annotations.NullMarked;
