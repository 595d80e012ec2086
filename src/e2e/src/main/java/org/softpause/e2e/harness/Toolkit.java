package org.softpause.e2e.harness;

import java.util.random.RandomGenerator;
import org.softpause.e2e.process.Processes;

/** What every party of the story is made with. */
public record Toolkit(Checkout checkout, Processes processes, RandomGenerator random) {}
