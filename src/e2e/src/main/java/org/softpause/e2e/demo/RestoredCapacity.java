package org.softpause.e2e.demo;

import java.time.Instant;

/** The lift and the time at which the cluster was back at full capacity. */
record RestoredCapacity(AnchoredDecision lift, Instant atTarget) {}
