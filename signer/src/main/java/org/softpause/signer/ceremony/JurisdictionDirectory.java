package org.softpause.signer.ceremony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.LenientObject;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.ObjectReader;

/**
 * Finds jurisdictions by name, as the service lists them. A member of today's committee keeps the
 * key in its roster; the keys of all others are covered by the plan's fingerprint, which people
 * compare.
 */
record JurisdictionDirectory(List<LenientObject> listed, Optional<Roster> today) {
  private static final int MAX_NAME = 100;

  static JurisdictionDirectory fetch(ServiceClient service) {
    return new JurisdictionDirectory(
        service.get("/v1/jurisdictions").objects("jurisdictions"), Optional.empty());
  }

  JurisdictionDirectory beside(Roster roster) {
    return new JurisdictionDirectory(listed, Optional.of(roster));
  }

  /**
   * Members 1..n in this order.
   *
   * @throws RuleViolation PLAN_INVALID for more than 255, or NOT_A_MEMBER for a name that is not
   *     that of one jurisdiction
   */
  List<Member> seats(List<String> names) {
    if (names.size() > Identifier.MAX_VALUE) {
      throw new RuleViolation(
          Rule.PLAN_INVALID, "a committee has at most " + Identifier.MAX_VALUE + " members");
    }
    List<Member> seats = new ArrayList<>();
    for (String name : names) {
      seats.add(new Member(new Identifier(seats.size() + 1), name, key(name)));
    }
    return seats;
  }

  private PublicIdentity key(String name) {
    return today.stream()
        .flatMap(roster -> roster.members().stream())
        .map(RosterMember::member)
        .filter(member -> member.name().equals(name))
        .map(Member::identity)
        .findFirst()
        .orElseGet(() -> listedKey(name));
  }

  private PublicIdentity listedKey(String name) {
    List<LenientObject> named =
        listed.stream().filter(view -> view.text("name", MAX_NAME).equals(name)).toList();
    if (named.size() != 1) {
      throw new RuleViolation(
          Rule.NOT_A_MEMBER, named.size() + " jurisdictions are registered as " + name);
    }
    return ObjectReader.read(named.getFirst().object("jwk").json(), PublicIdentity::read);
  }
}
