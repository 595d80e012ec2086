package org.softpause.e2e.attack;

/** Who refused, by which rule (its stable name), and what it said. */
public record AttackResult(String by, String rule, String detail) {

  /** What stands here when nobody refused: the cheat worked. */
  static AttackResult none(String by, String outcome) {
    return new AttackResult(by, "", outcome);
  }

  public boolean isRefused() {
    return !rule.isEmpty();
  }
}
