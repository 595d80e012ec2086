package org.softpause.signer.words;

import java.util.List;

/**
 * Who of one committee has spoken so far, by the ballots that verified here.
 *
 * @param body the committee's name
 * @param needed how many of its members must approve
 */
public record BallotTally(
    String body, int needed, int members, List<String> approved, List<Rejection> rejected) {
  public BallotTally {
    approved = List.copyOf(approved);
    rejected = List.copyOf(rejected);
  }

  /** A member's no, with its reason. */
  public record Rejection(String member, String reason) {}
}
