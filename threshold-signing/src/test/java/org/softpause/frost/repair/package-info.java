/**
 * Tests of the repair of a lost share: its outcome, what nobody learns, and helpers who cheat in
 * each step.
 */
@NullMarked
package org.softpause.frost.repair;

import org.jspecify.annotations.NullMarked;
