package org.softpause.e2e.demo;

import java.time.Instant;

/** The lift, and when the cluster had its capacity back. */
record Restored(Anchored lift, Instant atTarget) {}
