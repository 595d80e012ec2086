package org.softpause.protocol.ceremony.document;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** What a ceremony is for. */
public enum CeremonyPurpose {
  /** A new group with a new key. */
  NEW("new"),
  /**
   * Fresh shares of the same key for the same members. Old shares do not combine with fresh ones.
   */
  REFRESH("refresh"),
  /** Shares of the same key for other members, another n or another t. */
  RESHARE("reshare");

  private final String word;

  CeremonyPurpose(String word) {
    this.word = word;
  }

  static CeremonyPurpose parse(String word) {
    for (CeremonyPurpose purpose : values()) {
      if (purpose.word.equals(word)) {
        return purpose;
      }
    }
    throw new RuleViolation(Rule.PLAN_INVALID, "a purpose is new, refresh or reshare");
  }

  /** The word that stands in a plan. */
  public String word() {
    return word;
  }
}
