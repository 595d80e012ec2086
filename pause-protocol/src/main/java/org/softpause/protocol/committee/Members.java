package org.softpause.protocol.committee;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** The members of one committee and how many of them must sign: 2 ≤ t ≤ n ≤ 255. */
record Members(int minSigners, List<Member> list) {
  Members {
    list = List.copyOf(list);
    require(list.size() <= Identifier.MAX_VALUE, "a committee has at most 255 members");
    require(minSigners >= 2 && minSigners <= list.size(), "minSigners must be within 2..n");
    for (int i = 0; i < list.size(); i++) {
      require(list.get(i).identifier().value() == i + 1, "identifiers must be 1..n, ascending");
    }
    requireDistinct(list, Member::name, "two members have one name");
    requireDistinct(list, Member::identity, "two members have one key");
  }

  Optional<Member> withKey(String kid) {
    return list.stream().filter(member -> member.identity().kid().equals(kid)).findFirst();
  }

  private static void requireDistinct(
      List<Member> list, Function<Member, Object> property, String rule) {
    require(list.stream().map(property).distinct().count() == list.size(), rule);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new RuleViolation(Rule.PLAN_INVALID, rule);
    }
  }
}
