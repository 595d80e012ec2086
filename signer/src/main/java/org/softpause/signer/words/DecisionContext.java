package org.softpause.signer.words;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.registry.RegistryState;

/**
 * What a page says beside the decision's own fields.
 *
 * @param proposer the member who signed the proposal
 * @param tallies of each committee that signs, where its ballots could be fetched
 * @param today what the verified log leads to, where it is known
 * @param rosters of committees, as far as they were verified here
 * @param lifted the pause that a lift names, where the log holds it
 */
public record DecisionContext(
    RegistryParameters parameters,
    String proposer,
    Optional<List<BallotTally>> tallies,
    Optional<RegistryState> today,
    List<Roster> rosters,
    Optional<Pause> lifted,
    Optional<VerifiedReasons> reasons,
    ZoneId zone) {
  public DecisionContext {
    tallies = tallies.map(List::copyOf);
    rosters = List.copyOf(rosters);
  }
}
