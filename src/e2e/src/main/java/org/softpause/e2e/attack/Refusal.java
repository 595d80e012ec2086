package org.softpause.e2e.attack;

/** Who refused, by which rule (its stable name), and what it said. */
public record Refusal(String by, String rule, String detail) {

  /** What stands here when nobody refused: the cheat worked. */
  static Refusal none(String by, String outcome) {
    return new Refusal(by, "", outcome);
  }

  public boolean isRefused() {
    return !rule.isEmpty();
  }
}
