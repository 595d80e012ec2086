package org.softpause.protocol.committee;

import java.util.List;
import java.util.function.Function;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** The rules on a committee's members and threshold, which plans and rosters share. */
public final class MembershipRules {
  private MembershipRules() {}

  /**
   * Returns if these members can make one committee.
   *
   * @throws RuleViolation {@link Rule#PLAN_INVALID} unless 2 ≤ minSigners ≤ n ≤ 255, identifiers
   *     are 1..n ascending, names and keys distinct
   */
  public static void require(int minSigners, List<Member> members) {
    require(members.size() <= Identifier.MAX_VALUE, "a committee has at most 255 members");
    require(minSigners >= 2 && minSigners <= members.size(), "minSigners must be within 2..n");
    for (int i = 0; i < members.size(); i++) {
      require(members.get(i).identifier().value() == i + 1, "identifiers must be 1..n, ascending");
    }
    requireDistinct(members, Member::name, "two members have the same name");
    requireDistinct(members, Member::identity, "two members have the same key");
  }

  private static void requireDistinct(
      List<Member> members, Function<Member, Object> property, String rule) {
    require(members.stream().map(property).distinct().count() == members.size(), rule);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new RuleViolation(Rule.PLAN_INVALID, rule);
    }
  }
}
