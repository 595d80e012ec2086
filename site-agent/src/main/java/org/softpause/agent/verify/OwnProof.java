package org.softpause.agent.verify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.LogEntry;

/**
 * A log that the agent's own block sources prove without the service. It is learnt even if the
 * service is silent or lies; only an accepted token raises.
 *
 * @param log the agent's log with what the sources add to it
 * @param provenAt the time up to which it is proven, Unix seconds
 */
public record OwnProof(VerifiedLog log, long provenAt) {

  /** The proof in the evidence, if a majority of the sources reports the head of their log. */
  static Optional<OwnProof> of(
      VerifiedLog known, Evidence evidence, Duration maxHeadAge, long now) {
    List<LogEntry> further =
        evidence.ownLog().stream().filter(entry -> entry.sequence() > known.length()).toList();
    if (further.isEmpty()) {
      return Optional.empty();
    }
    try {
      VerifiedLog log = known.with(further);
      return new HeadProof(known, log, maxHeadAge, now).weigh(evidence.sources())
              instanceof HeadProof.Proven proven
          ? Optional.of(new OwnProof(log, proven.provenAt()))
          : Optional.empty();
    } catch (RuleViolation e) {
      return Optional.empty();
    }
  }
}
