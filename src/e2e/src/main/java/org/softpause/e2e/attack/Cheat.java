package org.softpause.e2e.attack;

import java.util.concurrent.Callable;

/** Something dishonest, and the one rule that must stop it. */
public record Cheat(String title, String expectedRule, Callable<Refusal> attempt) {}
