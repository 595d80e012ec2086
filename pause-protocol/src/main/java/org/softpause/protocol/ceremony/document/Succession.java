package org.softpause.protocol.ceremony.document;

import java.util.List;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * What a refresh or a resharing starts from: the previous committee, and which of its members hand
 * their shares on. All participants sign both with the plan, before anything is dealt.
 *
 * @param purpose REFRESH or RESHARE
 * @param previous the whole roster: group key, transcript hash and verifying shares
 * @param dealers the dealers by their identifiers in the previous roster, ascending, at least as
 *     many as its t
 */
public record Succession(CeremonyPurpose purpose, Roster previous, List<Identifier> dealers) {
  /**
   * Checks the dealers.
   *
   * @throws RuleViolation {@link Rule#PLAN_INVALID}, or {@link Rule#NOT_A_MEMBER} for a dealer who
   *     is not of the previous roster
   */
  public Succession {
    dealers = List.copyOf(dealers);
    require(purpose != CeremonyPurpose.NEW, "a new group has no previous committee");
    for (int i = 1; i < dealers.size(); i++) {
      require(dealers.get(i - 1).compareTo(dealers.get(i)) < 0, "dealers must ascend");
    }
    dealers.forEach(previous::member);
    require(
        dealers.size() >= previous.minSigners(),
        dealers.size() + " dealers are too few, it takes " + previous.minSigners());
  }

  /** The hash of the previous roster. */
  public Bytes32 previousRoster() {
    return previous.hash();
  }

  /**
   * Refuses a plan that changes more than its purpose says. A resharing may change nothing at all:
   * that is how a committee goes on if one member keeps a refresh from ending.
   */
  void requireFits(String body, boolean civil, int minSigners, List<Member> members) {
    require(body.equals(previous.body()), "the body must keep its name");
    require(civil == previous.civil(), "whether the body is civil must not change");
    List<Member> before = previous.members().stream().map(RosterMember::member).toList();
    if (purpose == CeremonyPurpose.RESHARE) {
      return;
    }
    if (minSigners < previous.minSigners()) {
      throw new RuleViolation(
          Rule.THRESHOLD_LOWERED,
          "a refresh must not lower the threshold from %d to %d"
              .formatted(previous.minSigners(), minSigners));
    }
    require(
        members.equals(before) && minSigners == previous.minSigners(),
        "a refresh keeps members and threshold");
  }

  static Succession read(CeremonyPurpose purpose, ObjectReader in) {
    return new Succession(
        purpose,
        in.object("previous", Roster::read),
        in.smalls("dealers", 1, Identifier.MAX_VALUE).stream().map(Identifier::new).toList());
  }

  void write(ObjectWriter out) {
    out.json("previous", previous.toJson())
        .numbers("dealers", dealers.stream().map(Identifier::value).toList());
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new RuleViolation(Rule.PLAN_INVALID, rule);
    }
  }
}
