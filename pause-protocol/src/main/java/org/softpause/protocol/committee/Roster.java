package org.softpause.protocol.committee;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.softpause.frost.Identifier;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The list of a committee's members with their keys and verifying shares, the threshold and the
 * group's key. Every member signs it at the end of the ceremony, and its hash stands on chain.
 */
public record Roster(
    Bytes32 ceremony,
    Bytes32 transcript,
    String body,
    boolean civil,
    int minSigners,
    VerifyingKey groupKey,
    List<RosterMember> members) {
  public static final String TYPE = "softpause-roster-v1";

  /**
   * Checks members, threshold and names. Whether the keys are the ceremony's only its transcript
   * can show.
   *
   * @throws RuleViolation {@link Rule#PLAN_INVALID} as {@link MembershipRules#require}
   */
  public Roster {
    members = List.copyOf(members);
    MembershipRules.require(minSigners, members.stream().map(RosterMember::member).toList());
    Member.requireName(body);
  }

  /** Codec for {@link ObjectReader#read}. */
  public static Roster read(ObjectReader in) {
    in.literal("type", TYPE);
    return new Roster(
        in.bytes32("ceremony"),
        in.bytes32("transcript"),
        in.text("body", Member.MAX_NAME),
        in.flag("civil"),
        in.small("minSigners", 2, Identifier.MAX_VALUE),
        in.value("groupKey", FrostValues.hex(VerifyingKey::decode)),
        in.objects("members", RosterMember::read));
  }

  /** SHA-256 of the canonical JSON. The registry knows the roster by it. */
  public Bytes32 hash() {
    return CanonicalJson.hash(toJson());
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .text("type", TYPE)
        .bytes32("ceremony", ceremony)
        .bytes32("transcript", transcript)
        .text("body", body)
        .flag("civil", civil)
        .number("minSigners", minSigners)
        .hex("groupKey", groupKey.encode())
        .array("members", members, RosterMember::toJson)
        .toJson();
  }

  /** The keys with which signature shares of this committee are verified. */
  public PublicKeyPackage publicKeys() {
    return PublicKeyPackage.of(
        minSigners,
        groupKey,
        members.stream()
            .collect(
                Collectors.toMap(
                    each -> each.member().identifier(), RosterMember::verifyingShare)));
  }

  /** The statement that the group signs to show that its key works. */
  public PossessionStatement possession() {
    return new PossessionStatement(transcript, groupKey);
  }

  /**
   * The member with this identifier.
   *
   * @throws RuleViolation {@link Rule#NOT_A_MEMBER}
   */
  public Member member(Identifier identifier) {
    if (identifier.value() > members.size()) {
      throw new RuleViolation(Rule.NOT_A_MEMBER, "there is no member " + identifier.value());
    }
    return members.get(identifier.value() - 1).member();
  }

  /** The member whose key has this {@code kid}. */
  public Optional<Member> memberWithKey(String kid) {
    return members.stream()
        .map(RosterMember::member)
        .filter(member -> member.identity().kid().equals(kid))
        .findFirst();
  }
}
