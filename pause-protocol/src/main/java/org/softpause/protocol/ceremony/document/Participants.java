package org.softpause.protocol.ceremony.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Member;

/**
 * The participants of a ceremony and their roles: the members 1..n, who receive shares, and in a
 * resharing the dealers who leave, numbered after them in the order of their old identifiers.
 *
 * @param dealers the dealers by their number as participants, each with the identifier under which
 *     it deals: its own in a new group, its old one in a succession
 */
public record Participants(
    List<Member> all, int members, SortedMap<Identifier, Identifier> dealers) {
  public Participants {
    all = List.copyOf(all);
    dealers = Collections.unmodifiableSortedMap(new TreeMap<>(dealers));
  }

  static Participants of(List<Member> members, Optional<Succession> succession) {
    SortedMap<Identifier, Identifier> dealers = new TreeMap<>();
    if (succession.isEmpty()) {
      members.forEach(member -> dealers.put(member.identifier(), member.identifier()));
      return new Participants(members, members.size(), dealers);
    }
    List<Member> all = new ArrayList<>(members);
    for (Identifier dealer : succession.get().dealers()) {
      Member old = succession.get().previous().member(dealer);
      Member here = staying(members, old).orElseGet(() -> leaving(all, old));
      dealers.put(here.identifier(), dealer);
    }
    return new Participants(all, members.size(), dealers);
  }

  private static Optional<Member> staying(List<Member> members, Member old) {
    return members.stream().filter(member -> member.identity().equals(old.identity())).findFirst();
  }

  private static Member leaving(List<Member> all, Member old) {
    if (all.size() == Identifier.MAX_VALUE) {
      throw new RuleViolation(Rule.PLAN_INVALID, "at most 255 members and leavers take part");
    }
    Member leaver = new Member(new Identifier(all.size() + 1), old.name(), old.identity());
    all.add(leaver);
    return leaver;
  }

  Optional<Member> withKey(String kid) {
    return all.stream().filter(each -> each.identity().kid().equals(kid)).findFirst();
  }

  /** Whether this participant gets a share. */
  public boolean isMember(Identifier participant) {
    return participant.value() <= members;
  }

  public boolean isDealer(Identifier participant) {
    return dealers.containsKey(participant);
  }

  public SortedSet<Identifier> identifiers() {
    return upTo(all.size());
  }

  public SortedSet<Identifier> memberIdentifiers() {
    return upTo(members);
  }

  private SortedSet<Identifier> upTo(int last) {
    SortedSet<Identifier> some = new TreeSet<>();
    all.subList(0, last).forEach(each -> some.add(each.identifier()));
    return some;
  }

  /** The participant who deals under this identifier of the previous roster. */
  public Identifier dealingAs(Identifier old) {
    return dealers.entrySet().stream()
        .filter(dealer -> dealer.getValue().equals(old))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(old + " does not deal"));
  }
}
