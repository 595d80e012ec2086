package org.softpause.e2e.demo;

import java.time.Instant;

/** The pause and the time at which the last agent reached its target. */
record SlowdownResult(AnchoredDecision pause, Instant atTarget) {}
