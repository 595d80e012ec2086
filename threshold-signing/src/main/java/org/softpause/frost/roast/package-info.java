/**
 * Robust asynchronous signing: the coordinator of ROAST (Ruffing, Ronge, Jin, Schneider-Bensch and
 * Schröder, 2022, figure 4) as a pure state machine. With t honest signers whose messages arrive
 * eventually, {@link org.softpause.frost.roast.Coordinator} comes to a signature within n - t + 1
 * sessions, whatever the others do.
 */
@NullMarked
package org.softpause.frost.roast;

import org.jspecify.annotations.NullMarked;
