package org.softpause.e2e.attack;

import java.util.concurrent.Callable;

/** A dishonest attempt and the rule that must refuse it. */
public record Attack(String title, String expectedRule, Callable<AttackResult> attempt) {}
