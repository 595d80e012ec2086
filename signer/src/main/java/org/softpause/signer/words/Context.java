package org.softpause.signer.words;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.registry.Parameters;

/**
 * What a page says beside the decision's own fields.
 *
 * @param proposer the member who signed the proposal
 * @param lifted the pause that a lift names, where the log holds it
 */
public record Context(
    Parameters parameters,
    String proposer,
    List<Tally> tallies,
    Optional<Pause> lifted,
    Optional<Reasons> reasons,
    ZoneId zone) {
  public Context {
    tallies = List.copyOf(tallies);
  }
}
