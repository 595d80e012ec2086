package org.softpause.authz.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;

/**
 * The ballots on one decision in order of arrival. A rejection overrules its voter's approval and
 * cannot be withdrawn.
 */
public record Votes(List<BallotRow> all) {
  public Votes {
    all = List.copyOf(all);
  }

  /** The approvals in this committee whose voters have not rejected, in order of arrival. */
  public List<BallotRow> approvals(Bytes32 roster) {
    return standing(roster).values().stream().filter(BallotRow::approves).toList();
  }

  public List<BallotRow> rejections(Bytes32 roster) {
    return standing(roster).values().stream().filter(vote -> !vote.approves()).toList();
  }

  private Map<Identifier, BallotRow> standing(Bytes32 roster) {
    Map<Identifier, BallotRow> standing = new LinkedHashMap<>();
    for (BallotRow vote : all) {
      if (vote.roster().equals(roster)) {
        standing.merge(vote.voter(), vote, (before, after) -> before.approves() ? after : before);
      }
    }
    return standing;
  }
}
