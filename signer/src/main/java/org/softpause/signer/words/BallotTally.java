package org.softpause.signer.words;

import java.util.List;

/**
 * Which members of one committee have approved or rejected a decision so far. Only ballots that
 * this signer has verified count.
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

  /** A member's rejection with the reason that the member gave. */
  public record Rejection(String member, String reason) {}
}
