package org.softpause.signer.words;

import java.util.List;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;

/** Says who joins and who leaves a committee. Members are told apart by their keys. */
record ChangeWords(Roster before, List<Member> after) {
  static ChangeWords between(Roster before, Roster after) {
    return new ChangeWords(before, members(after));
  }

  String describe() {
    List<String> come = without(after, members(before));
    List<String> gone = without(members(before), after);
    return "Today any %d of %d. %s %s"
        .formatted(
            before.minSigners(),
            before.members().size(),
            come.isEmpty() ? "Nobody joins." : Amounts.list(come) + joins(come),
            gone.isEmpty() ? "Nobody leaves." : Amounts.list(gone) + leaves(gone));
  }

  private static List<Member> members(Roster roster) {
    return roster.members().stream().map(RosterMember::member).toList();
  }

  private static String joins(List<String> names) {
    return names.size() == 1 ? " joins." : " join.";
  }

  private static String leaves(List<String> names) {
    return names.size() == 1 ? " leaves." : " leave.";
  }

  private static List<String> without(List<Member> some, List<Member> others) {
    return some.stream()
        .filter(one -> others.stream().noneMatch(other -> other.identity().equals(one.identity())))
        .map(one -> SafeText.line(one.name()))
        .toList();
  }
}
