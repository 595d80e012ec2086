package org.softpause.e2e.harness;

import java.util.random.RandomGenerator;
import org.softpause.e2e.process.Processes;

/** The tools that create the parties of a run: checkout, processes and randomness. */
public record Toolkit(Checkout checkout, Processes processes, RandomGenerator random) {}
