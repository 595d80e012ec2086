package org.softpause.signer.ceremony;

import java.util.List;
import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;

/** Plans how a committee that is in force here hands its key on, by a refresh or a resharing. */
record SuccessionPlanner(Roster previous) {
  /**
   * For the committee that the officer means.
   *
   * @param roster its hash, or that by which the registry names it; needed where there are several
   * @throws RuleViolation WRONG_ROSTER
   */
  static SuccessionPlanner of(SignerState state, Optional<Bytes32> roster) {
    List<Roster> own =
        state.seats().stream()
            .filter(seat -> roster.isEmpty() || state.isNamed(seat, roster.get()))
            .flatMap(seat -> Membership.of(seat).stream())
            .map(Membership::roster)
            .toList();
    if (own.size() != 1) {
      throw new RuleViolation(
          Rule.WRONG_ROSTER,
          own.size() + " committees in force here match; choose one with --roster");
    }
    return new SuccessionPlanner(own.getFirst());
  }

  /** All members of today. */
  List<Member> members() {
    return previous.members().stream().map(RosterMember::member).toList();
  }

  /**
   * The members who hand their shares on.
   *
   * @param members of the committee to come
   * @param names of those who are to; every member who stays if there is none
   * @throws RuleViolation NOT_A_MEMBER
   */
  List<Identifier> handingOn(List<Member> members, List<String> names) {
    return names.isEmpty()
        ? staying(members)
        : names.stream().map(this::identifier).sorted().toList();
  }

  private List<Identifier> staying(List<Member> members) {
    return members().stream()
        .filter(old -> members.stream().anyMatch(now -> now.identity().equals(old.identity())))
        .map(Member::identifier)
        .toList();
  }

  private Identifier identifier(String name) {
    return members().stream()
        .filter(member -> member.name().equals(name))
        .map(Member::identifier)
        .findFirst()
        .orElseThrow(
            () -> new RuleViolation(Rule.NOT_A_MEMBER, name + " is not in today's committee"));
  }
}
