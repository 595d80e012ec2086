package org.softpause.signer.words;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.registry.RegistryState;

/**
 * What a briefing needs besides the decision's own fields.
 *
 * @param proposer the member who signed the proposal
 * @param tallies the ballots of each committee that signs, if they could be fetched
 * @param today the registry's state after the verified log, if it is known
 * @param rosters the rosters that this signer has verified
 * @param lifted the pause that a lift names, if the log holds it
 * @param open for a rotation and a withdrawal, the verified decisions that the service shows as
 *     open
 */
public record DecisionContext(
    RegistryParameters parameters,
    String proposer,
    Optional<List<BallotTally>> tallies,
    Optional<RegistryState> today,
    List<Roster> rosters,
    Optional<Pause> lifted,
    List<OpenDecision> open,
    Optional<VerifiedReasons> reasons,
    ZoneId zone) {
  public DecisionContext {
    tallies = tallies.map(List::copyOf);
    rosters = List.copyOf(rosters);
    open = List.copyOf(open);
  }
}
