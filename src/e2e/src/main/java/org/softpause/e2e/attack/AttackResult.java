package org.softpause.e2e.attack;

/** The outcome of an attack: who refused it, by which rule, and with which words. */
public record AttackResult(String by, String rule, String detail) {

  /** The result of an attack that nobody refused. */
  static AttackResult none(String by, String outcome) {
    return new AttackResult(by, "", outcome);
  }

  public boolean isRefused() {
    return !rule.isEmpty();
  }
}
