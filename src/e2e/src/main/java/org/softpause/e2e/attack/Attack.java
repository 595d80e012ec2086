package org.softpause.e2e.attack;

import java.util.concurrent.Callable;

/** Something dishonest, and the one rule that must stop it. */
public record Attack(String title, String expectedRule, Callable<AttackResult> attempt) {}
