package org.softpause.e2e.demo;

import java.time.Instant;

/** The lift, and when the cluster had its capacity back. */
record RestoredCapacity(AnchoredDecision lift, Instant atTarget) {}
