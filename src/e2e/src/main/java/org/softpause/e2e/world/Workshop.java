package org.softpause.e2e.world;

import java.util.random.RandomGenerator;
import org.softpause.e2e.process.Processes;

/** What every party of the story is made with. */
public record Workshop(Checkout checkout, Processes processes, RandomGenerator random) {}
