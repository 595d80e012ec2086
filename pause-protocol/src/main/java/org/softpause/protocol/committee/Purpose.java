package org.softpause.protocol.committee;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** What a ceremony is for. */
public enum Purpose {
  /** A new group with a new key. */
  NEW("new"),
  /** Fresh shares of the same key for the same members; shares from before lose their fellows. */
  REFRESH("refresh"),
  /** Shares of the same key for other members, another n or another t. */
  RESHARE("reshare");

  private final String word;

  Purpose(String word) {
    this.word = word;
  }

  static Purpose parse(String word) {
    for (Purpose purpose : values()) {
      if (purpose.word.equals(word)) {
        return purpose;
      }
    }
    throw new RuleViolation(Rule.PLAN_INVALID, "a purpose is new, refresh or reshare");
  }

  /** As in a plan. */
  public String word() {
    return word;
  }
}
