package org.softpause.authz.ceremony.web;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.json.JsonObject;

/**
 * The state of a ceremony. Whoever replays its messages in order of arrival comes to the same
 * state.
 *
 * @param plan the plan, or the request of a repair
 * @param waitingFor the members whose message of this phase is missing
 * @param culprits the members who cheated, as the messages or the contradictions prove
 * @param abortReason why the ceremony was aborted, if it was
 */
record CeremonyView(
    Bytes32 id,
    CeremonyPhase phase,
    JsonObject plan,
    int messageCount,
    @Nullable Bytes32 roster,
    @Nullable String groupKey,
    @Nullable String possession,
    List<Integer> waitingFor,
    List<Integer> culprits,
    @Nullable String abortReason) {
  static CeremonyView of(Ceremony ceremony, SortedSet<Identifier> culprits) {
    return new CeremonyView(
        ceremony.id(),
        ceremony.phase(),
        ceremony.opening().toJson(),
        ceremony.messages().size(),
        ceremony.roster().map(Roster::hash).orElse(null),
        ceremony.roster().map(roster -> Hex.encode(roster.groupKey().encode())).orElse(null),
        ceremony.possession().map(made -> Hex.encode(made.encode())).orElse(null),
        numbers(ceremony.waitingFor()),
        numbers(culprits),
        ceremony.abortReason().orElse(null));
  }

  private static List<Integer> numbers(SortedSet<Identifier> participants) {
    return participants.stream().map(Identifier::value).toList();
  }
}
