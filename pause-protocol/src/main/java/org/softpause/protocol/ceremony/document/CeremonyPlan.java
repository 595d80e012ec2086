package org.softpause.protocol.ceremony.document;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.softpause.frost.Identifier;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.CeremonyParameters;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.MembershipRules;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The plan that all participants of a ceremony sign before round one (protocol "Key ceremony"): who
 * the members are, how many must sign, which committee it succeeds, and fresh randomness. Its hash
 * is the ceremony's id.
 *
 * @param body the committee's name for people
 * @param civil whether it is a civil body
 * @param nonce 32 random bytes, so that no two ceremonies share an id
 * @param createdAt Unix seconds
 * @param succession what this ceremony succeeds; empty for a new group
 */
public record CeremonyPlan(
    String body,
    boolean civil,
    int minSigners,
    List<Member> members,
    Bytes32 nonce,
    long createdAt,
    Optional<Succession> succession)
    implements CeremonyOpening {
  public static final String TYPE = "softpause-ceremony-v1";

  /**
   * Checks members, threshold and names.
   *
   * @throws RuleViolation {@link Rule#PLAN_INVALID} as {@link MembershipRules#require}, or what
   *     {@link Succession} refuses
   */
  public CeremonyPlan {
    members = List.copyOf(members);
    MembershipRules.require(minSigners, members);
    Member.requireName(body);
    if (createdAt < 0 || createdAt > Uint.MAX_48) {
      throw new RuleViolation(Rule.PLAN_INVALID, "createdAt must be a uint48");
    }
    if (succession.isPresent()) {
      succession.get().requireFits(body, civil, minSigners, members);
      Participants.of(members, succession);
    }
  }

  /** Makes the plan of a new group. */
  public CeremonyPlan(
      String body,
      boolean civil,
      int minSigners,
      List<Member> members,
      Bytes32 nonce,
      long createdAt) {
    this(body, civil, minSigners, members, nonce, createdAt, Optional.empty());
  }

  /** Codec for {@link ObjectReader#read}. */
  public static CeremonyPlan read(ObjectReader in) {
    in.literal("type", TYPE);
    CeremonyPurpose purpose = in.value("purpose", CeremonyPurpose::parse);
    return new CeremonyPlan(
        in.text("body", Member.MAX_NAME),
        in.flag("civil"),
        in.small("minSigners", 2, Identifier.MAX_VALUE),
        in.objects("members", Member::read),
        in.bytes32("nonce"),
        in.number("createdAt", 0, Uint.MAX_48),
        purpose == CeremonyPurpose.NEW
            ? Optional.empty()
            : Optional.of(Succession.read(purpose, in)));
  }

  @Override
  public JsonObject toJson() {
    ObjectWriter out =
        new ObjectWriter()
            .text("type", TYPE)
            .text("purpose", purpose().word())
            .text("body", body)
            .flag("civil", civil)
            .number("minSigners", minSigners)
            .array("members", members, Member::toJson)
            .bytes32("nonce", nonce)
            .number("createdAt", createdAt);
    succession.ifPresent(from -> from.write(out));
    return out.toJson();
  }

  @Override
  public Bytes32 ceremony() {
    return hash();
  }

  public CeremonyPurpose purpose() {
    return succession.map(Succession::purpose).orElse(CeremonyPurpose.NEW);
  }

  /** All who sign this plan: the members, then the dealers who leave, numbered after them. */
  public List<Member> participants() {
    return seats().all();
  }

  @Override
  public Member participant(Identifier identifier) {
    List<Member> all = participants();
    if (identifier.value() > all.size()) {
      throw new RuleViolation(Rule.NOT_A_MEMBER, "there is no participant " + identifier.value());
    }
    return all.get(identifier.value() - 1);
  }

  @Override
  public Optional<Member> participantWithKey(String kid) {
    return seats().withKey(kid);
  }

  /** Whether this participant gets a share. One that does not is a dealer who leaves. */
  public boolean isMember(Identifier participant) {
    return seats().isMember(participant);
  }

  /** Whether this participant deals. */
  public boolean isDealer(Identifier participant) {
    return seats().isDealer(participant);
  }

  /**
   * To whom this dealer seals a share. A founder keeps the share for itself; in a succession that
   * one is sealed too.
   */
  public SortedSet<Identifier> receiversOf(Identifier dealer) {
    SortedSet<Identifier> receivers = seats().memberIdentifiers();
    if (!sealsToItself()) {
      receivers.remove(dealer);
    }
    return receivers;
  }

  /** From whom this participant gets a sealed share; from nobody if it is no member. */
  public SortedSet<Identifier> dealersTo(Identifier receiver) {
    SortedSet<Identifier> dealers = new TreeSet<>();
    if (isMember(receiver)) {
      dealers.addAll(seats().dealers().keySet());
      if (!sealsToItself()) {
        dealers.remove(receiver);
      }
    }
    return dealers;
  }

  private boolean sealsToItself() {
    return succession.isPresent();
  }

  /** The participants with their roles. */
  public Participants seats() {
    return Participants.of(members, succession);
  }

  /** The parameters of the key generation that this plan begins. */
  public CeremonyParameters keyGeneration() {
    return new CeremonyParameters(CeremonyId.decode(id().bytes()), minSigners, members.size());
  }
}
