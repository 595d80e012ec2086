package org.softpause.authz.deployment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.registry.PossessionProof;

/** The committees that a registry is deployed with, each from its complete ceremony. */
record FoundingCommittees(List<Ceremony> standing, List<Ceremony> emergency) {
  List<CommitteeKey> standingKeys() {
    return keys(standing);
  }

  List<CommitteeKey> emergencyKeys() {
    return keys(emergency);
  }

  List<JsonObject> rosters() {
    return all().map(FoundingCommittees::roster).map(Roster::toJson).toList();
  }

  List<PossessionProof> possessions() {
    return all()
        .map(
            ceremony ->
                new PossessionProof(
                    roster(ceremony).hash(),
                    roster(ceremony).transcript(),
                    ceremony.possession().orElseThrow()))
        .toList();
  }

  private Stream<Ceremony> all() {
    return Stream.concat(standing.stream(), emergency.stream()).distinct();
  }

  private static List<CommitteeKey> keys(List<Ceremony> ceremonies) {
    return ceremonies.stream()
        .map(FoundingCommittees::roster)
        .map(roster -> new CommitteeKey(roster.groupKey(), roster.civil(), roster.hash()))
        .sorted(Comparator.comparing(CommitteeKey::x))
        .toList();
  }

  private static Roster roster(Ceremony ceremony) {
    return ceremony.roster().orElseThrow();
  }
}
