package org.softpause.signer.state;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** What the officer said about a decision. */
public enum BallotChoice {
  APPROVE("approve"),
  REJECT("reject");

  private final String word;

  BallotChoice(String word) {
    this.word = word;
  }

  static BallotChoice parse(String word) {
    for (BallotChoice choice : values()) {
      if (choice.word.equals(word)) {
        return choice;
      }
    }
    throw new RuleViolation(Rule.MALFORMED_VALUE, "a choice is approve or reject");
  }

  /** As in a ballot. */
  public String word() {
    return word;
  }
}
