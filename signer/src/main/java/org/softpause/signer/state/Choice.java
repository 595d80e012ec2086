package org.softpause.signer.state;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** What the officer said about a decision. */
public enum Choice {
  APPROVE("approve"),
  REJECT("reject");

  private final String word;

  Choice(String word) {
    this.word = word;
  }

  static Choice parse(String word) {
    for (Choice choice : values()) {
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
