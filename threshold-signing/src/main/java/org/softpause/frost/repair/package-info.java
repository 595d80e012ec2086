/**
 * Repair of a lost share by t other members, after Laing and Stinson (2018): each splits its
 * weighted share among the helpers, each helper adds up what it received, and the sum of these sums
 * is the lost share. No helper learns it, and the group's secret exists nowhere. Every part is
 * committed to, so that a helper who cheats is named by evidence that anyone can recompute.
 */
@NullMarked
package org.softpause.frost.repair;

import org.jspecify.annotations.NullMarked;
