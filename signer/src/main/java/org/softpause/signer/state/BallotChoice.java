package org.softpause.signer.state;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Whether an officer approves or rejects a decision. */
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

  /** Returns the word that a ballot uses. */
  public String word() {
    return word;
  }
}
