package org.softpause.signer.state;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** The stages of a ceremony seat. A seat moves on through them and never back. */
public enum SeatStatus {
  /** The ceremony is not complete: the seat signs nothing but the ceremony's own messages. */
  UNDER_WAY("under-way"),
  /** The seat takes part in the repair of a share, its own or another member's. */
  REPAIRING("repairing"),
  /** The ceremony is complete and the share of the seat is lost, until a repair brings it back. */
  SHARE_LOST("share-lost"),
  /** The ceremony is complete, but the seat has no power until the registry names its roster. */
  WAITING("waiting"),
  /** The share of the seat signs decisions. */
  IN_FORCE("in-force"),
  /** The seat was replaced or abandoned, or only dealt: seed, share and nonces are destroyed. */
  ENDED("ended");

  private final String word;

  SeatStatus(String word) {
    this.word = word;
  }

  static SeatStatus parse(String word) {
    for (SeatStatus status : values()) {
      if (status.word.equals(word)) {
        return status;
      }
    }
    throw new RuleViolation(Rule.MALFORMED_VALUE, "a seat has no standing of that name: " + word);
  }

  /** Returns the word that the store and the program's answers use. */
  public String word() {
    return word;
  }
}
