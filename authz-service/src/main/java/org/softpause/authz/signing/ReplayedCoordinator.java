package org.softpause.authz.signing;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.frost.Identifier;
import org.softpause.frost.roast.Coordinator;
import org.softpause.protocol.Bytes32;

/**
 * A group's coordinator after the stored events so far. It is immutable, and a function of those
 * events alone.
 *
 * @param position the place of the last event
 * @param sources for each member, the place of the event that holds its latest commitment
 */
record ReplayedCoordinator(
    Coordinator coordinator, int position, Map<Identifier, Integer> sources) {
  ReplayedCoordinator {
    sources = Collections.unmodifiableMap(new TreeMap<>(sources));
  }

  static ReplayedCoordinator begin(SigningGroup group, Bytes32 decision) {
    Coordinator start = Coordinator.begin(group.roster().publicKeys(), decision.bytes());
    return new ReplayedCoordinator(start, 0, Map.of());
  }

  SigningEventRow.Place nextPlace(SigningRun run) {
    return new SigningEventRow.Place(run.decision(), run.roster(), position + 1);
  }

  ReplayedCoordinator after(SigningEventRow row) {
    Coordinator next = row.event().map(event -> coordinator.on(event).next()).orElse(coordinator);
    return after(row, next);
  }

  /** The same where the caller already knows the coordinator's next state. */
  ReplayedCoordinator after(SigningEventRow row, Coordinator next) {
    TreeMap<Identifier, Integer> latest = new TreeMap<>(sources);
    if (row.commits()) {
      latest.put(row.sender(), row.position());
    }
    return new ReplayedCoordinator(next, row.position(), latest);
  }

  int source(Identifier member) {
    Integer source = sources.get(member);
    if (source == null) {
      throw new IllegalStateException("member " + member.value() + " has committed to nothing");
    }
    return source;
  }
}
