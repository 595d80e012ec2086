package org.softpause.signer.state;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** What a seat is good for. It only ever moves on, never back. */
public enum SeatStatus {
  /** The ceremony is not complete: nothing may be signed but what belongs to it. */
  UNDER_WAY("under-way"),
  /** Complete, and of no power until the registry names its roster: it signs nothing. */
  WAITING("waiting"),
  /** Its share signs decisions. */
  IN_FORCE("in-force"),
  /** Replaced, abandoned or only dealt: seed, share and nonces are destroyed. */
  ENDED("ended");

  private final String word;

  SeatStatus(String word) {
    this.word = word;
  }

  static SeatStatus parse(String word) {
    for (SeatStatus standing : values()) {
      if (standing.word.equals(word)) {
        return standing;
      }
    }
    throw new RuleViolation(Rule.MALFORMED_VALUE, "no standing of a seat: " + word);
  }

  /** As the store and the program's answers have it. */
  public String word() {
    return word;
  }
}
