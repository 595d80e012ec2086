package org.softpause.e2e.demo;

import java.time.Instant;

/** When the last agent was at its target after the pause. */
record SlowdownResult(AnchoredDecision pause, Instant atTarget) {}
