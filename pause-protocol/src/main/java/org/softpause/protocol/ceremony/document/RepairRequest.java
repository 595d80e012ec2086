package org.softpause.protocol.ceremony.document;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.softpause.frost.Identifier;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.repair.Repair;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.EncryptionKey;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A member's request that t others rebuild its lost share (protocol "Repair"). Its hash is the
 * repair's id.
 *
 * @param roster the whole roster of the committee, whose verifying shares decide who cheats
 * @param identifier the member whose share is lost
 * @param helpers exactly t other members, ascending
 * @param encryptionKeys one for each helper to seal its sum to
 * @param nonce 32 random bytes, so that no two repairs share an id
 * @param createdAt Unix seconds
 * @param expiresAt Unix seconds, at most {@link #MAX_SPAN} after createdAt
 */
public record RepairRequest(
    Roster roster,
    Identifier identifier,
    List<Identifier> helpers,
    SortedMap<Identifier, EncryptionKey> encryptionKeys,
    Bytes32 nonce,
    long createdAt,
    long expiresAt)
    implements CeremonyOpening, MemberMessage {
  public static final String TYPE = "softpause-repair-request-v1";

  /** The longest that a repair may stay open, in seconds: 7 days. */
  public static final long MAX_SPAN = 7 * 86_400L;

  /**
   * Checks the members and the span.
   *
   * @throws RuleViolation {@link Rule#NOT_A_MEMBER} for one who is not in the roster, {@link
   *     Rule#PLAN_INVALID}, or {@link Rule#WRONG_RECEIVERS} unless there is one key for each helper
   */
  public RepairRequest {
    helpers = List.copyOf(helpers);
    encryptionKeys = Collections.unmodifiableSortedMap(new TreeMap<>(encryptionKeys));
    roster.member(identifier);
    helpers.forEach(roster::member);
    for (int i = 1; i < helpers.size(); i++) {
      require(helpers.get(i - 1).compareTo(helpers.get(i)) < 0, "helpers must ascend");
    }
    require(!helpers.contains(identifier), "a member does not help itself");
    require(
        helpers.size() == roster.minSigners(),
        "%d helpers, but it takes exactly %d".formatted(helpers.size(), roster.minSigners()));
    require(createdAt >= 0 && expiresAt <= Uint.MAX_48, "times must be uint48");
    require(expiresAt > createdAt, "a repair expires after it was asked for");
    require(expiresAt - createdAt <= MAX_SPAN, "a repair is open for at most 7 days");
    if (!encryptionKeys.keySet().equals(new TreeSet<>(helpers))) {
      throw new RuleViolation(
          Rule.WRONG_RECEIVERS, "a request holds one encryption key for each helper");
    }
  }

  /** Codec for {@link ObjectReader#read}. */
  public static RepairRequest read(ObjectReader in) {
    in.literal("type", TYPE);
    return new RepairRequest(
        in.object("roster", Roster::read),
        FrostValues.identifier(in, "identifier"),
        in.smalls("helpers", 1, Identifier.MAX_VALUE).stream().map(Identifier::new).toList(),
        EncryptionKeys.read(in),
        in.bytes32("nonce"),
        in.number("createdAt", 0, Uint.MAX_48),
        in.number("expiresAt", 0, Uint.MAX_48));
  }

  @Override
  public JsonObject toJson() {
    ObjectWriter out =
        new ObjectWriter()
            .text("type", TYPE)
            .json("roster", roster.toJson())
            .number("identifier", identifier.value())
            .numbers("helpers", helpers.stream().map(Identifier::value).toList())
            .bytes32("nonce", nonce)
            .number("createdAt", createdAt)
            .number("expiresAt", expiresAt);
    EncryptionKeys.write(out, encryptionKeys);
    return out.toJson();
  }

  @Override
  public Bytes32 ceremony() {
    return hash();
  }

  @Override
  public String body() {
    return roster.body();
  }

  @Override
  public Optional<Member> participantWithKey(String kid) {
    return roster.memberWithKey(kid).filter(member -> takesPart(member.identifier()));
  }

  @Override
  public Member participant(Identifier member) {
    if (!takesPart(member)) {
      throw new RuleViolation(
          Rule.NOT_A_MEMBER, "member " + member.value() + " takes no part in this repair");
    }
    return roster.member(member);
  }

  /** Whether this member helps. */
  public boolean isHelper(Identifier member) {
    return helpers.contains(member);
  }

  /** The helpers other than this one. */
  public SortedSet<Identifier> othersThan(Identifier helper) {
    SortedSet<Identifier> others = new TreeSet<>(helpers);
    others.remove(helper);
    return others;
  }

  /** The parameters of the repair that this request begins. */
  public Repair repair() {
    return new Repair(
        CeremonyId.decode(id().bytes()), roster.publicKeys(), identifier, new TreeSet<>(helpers));
  }

  private boolean takesPart(Identifier member) {
    return member.equals(identifier) || isHelper(member);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new RuleViolation(Rule.PLAN_INVALID, rule);
    }
  }
}
