package org.softpause.signer.ceremony;

import java.util.List;
import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;

/** The plan of a refresh or a resharing of a committee in force here. */
public record SuccessionPlanner(SignerContext signerContext, Roster previous) {
  /**
   * The committee that the options mean.
   *
   * @param roster its hash, or that by which the registry names it; needed where there are several
   * @throws RuleViolation WRONG_ROSTER
   */
  public static SuccessionPlanner of(SignerContext signerContext, Optional<Bytes32> roster) {
    SignerState state = signerContext.store().read();
    List<Roster> own =
        state.seats().stream()
            .filter(seat -> roster.isEmpty() || state.isNamed(seat, roster.get()))
            .flatMap(seat -> Membership.of(seat).stream())
            .map(Membership::roster)
            .toList();
    if (own.size() != 1) {
      throw new RuleViolation(
          Rule.WRONG_ROSTER, own.size() + " committees in force here are meant; name one --roster");
    }
    return new SuccessionPlanner(signerContext, own.getFirst());
  }

  /** All members, as they are. */
  public List<Member> members() {
    return previous.members().stream().map(RosterMember::member).toList();
  }

  /**
   * The plan.
   *
   * @param dealers by name; if none is given, every old member who stays
   */
  public CeremonyPlan plan(
      CeremonyPurpose purpose, int threshold, List<Member> members, List<String> dealers) {
    byte[] nonce = new byte[Bytes32.LENGTH];
    signerContext.random().nextBytes(nonce);
    List<Identifier> dealing = dealers.isEmpty() ? staying(members) : named(dealers);
    return new CeremonyPlan(
        previous.body(),
        previous.civil(),
        threshold,
        members,
        Bytes32.of(nonce),
        signerContext.clock().instant().getEpochSecond(),
        Optional.of(new Succession(purpose, previous, dealing)));
  }

  private List<Identifier> staying(List<Member> members) {
    return members().stream()
        .filter(old -> members.stream().anyMatch(now -> now.identity().equals(old.identity())))
        .map(Member::identifier)
        .toList();
  }

  private List<Identifier> named(List<String> names) {
    return names.stream().map(this::identifier).sorted().toList();
  }

  private Identifier identifier(String name) {
    return members().stream()
        .filter(member -> member.name().equals(name))
        .map(Member::identifier)
        .findFirst()
        .orElseThrow(
            () -> new RuleViolation(Rule.NOT_A_MEMBER, name + " is not of the committee of now"));
  }
}
