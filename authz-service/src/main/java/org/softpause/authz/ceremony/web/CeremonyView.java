package org.softpause.authz.ceremony.web;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.committee.Ceremony;
import org.softpause.protocol.committee.Phase;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;

/**
 * A ceremony with every message in order of arrival, so that anyone can replay it.
 *
 * @param waitingFor whose message of this phase is missing
 * @param culprits who cheated, by what the messages or the contradictions prove
 * @param abortReason why it came to nothing
 * @param contradictions second, different messages of a kind: evidence beside the first
 */
record CeremonyView(
    Bytes32 id,
    Phase phase,
    JsonObject plan,
    List<Jws> messages,
    @Nullable Bytes32 roster,
    @Nullable String groupKey,
    @Nullable String possession,
    List<Integer> waitingFor,
    List<Integer> culprits,
    @Nullable String abortReason,
    List<Jws> contradictions) {
  static CeremonyView of(
      Ceremony ceremony, SortedSet<Identifier> culprits, List<Jws> contradictions) {
    return new CeremonyView(
        ceremony.id(),
        ceremony.phase(),
        ceremony.plan().toJson(),
        ceremony.messages(),
        ceremony.roster().map(Roster::hash).orElse(null),
        ceremony.roster().map(roster -> Hex.encode(roster.groupKey().encode())).orElse(null),
        ceremony.possession().map(made -> Hex.encode(made.encode())).orElse(null),
        numbers(ceremony.waitingFor()),
        numbers(culprits),
        ceremony.abortReason().orElse(null),
        contradictions);
  }

  private static List<Integer> numbers(SortedSet<Identifier> participants) {
    return participants.stream().map(Identifier::value).toList();
  }
}
