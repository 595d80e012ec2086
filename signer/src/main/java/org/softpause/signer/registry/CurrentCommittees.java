package org.softpause.signer.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;

/**
 * The committees that hold a mandate now: the replayed log names them by the hashes of their
 * rosters, and a refresh since may have given them another roster.
 *
 * @param own this signer's state
 * @param known rosters to be found by their hash, from whatever source
 * @param refreshed registered rosters and what refreshes, replayed here, have made of them
 */
public record CurrentCommittees(
    RegistryState log, SignerState own, List<Roster> known, List<Refreshed> refreshed) {
  /** A roster by which the registry still names its committee, and the one that signs now. */
  public record Refreshed(Bytes32 registered, Roster roster) {}

  public CurrentCommittees {
    known = List.copyOf(known);
    refreshed = List.copyOf(refreshed);
  }

  /** Every committee of a mandate whose roster is known here, in the certificate's order. */
  public List<Roster> rosters(MandateName mandate) {
    return log.committees(mandate).stream()
        .flatMap(committee -> roster(committee.roster()).stream())
        .toList();
  }

  /**
   * The rosters that the log names by their hashes, as far as they are known here, before any
   * refresh.
   */
  public List<Roster> registered() {
    return Stream.of(MandateName.values())
        .flatMap(mandate -> log.committees(mandate).stream())
        .flatMap(committee -> known(committee.roster()).stream())
        .distinct()
        .toList();
  }

  /** The groups that sign a decision, as far as they are known here, in the certificate's order. */
  public List<Roster> signing(Decision decision) {
    return Stream.concat(
            rosters(decision.mandate()).stream(),
            newcomers(decision).flatMap(body -> roster(body.roster()).stream()))
        .toList();
  }

  /**
   * The memberships with which this signer signs a decision: committees of its mandate first, then
   * new ones that a Rotate lists.
   */
  public List<Membership> memberships(Decision decision) {
    List<Membership> holdings = own.holdings();
    Stream<Membership> proving =
        newcomers(decision)
            .flatMap(body -> roster(body.roster()).stream())
            .flatMap(
                roster ->
                    holdings.stream().filter(held -> held.rosterHash().equals(roster.hash())));
    return Stream.concat(memberships(decision.mandate()).stream(), proving).toList();
  }

  /**
   * The memberships with which this signer signs a decision; there must be one.
   *
   * @throws RuleViolation NOT_A_MEMBER
   */
  public List<Membership> requireMemberships(Decision decision) {
    List<Membership> memberships = memberships(decision);
    if (memberships.isEmpty()) {
      throw new RuleViolation(
          Rule.NOT_A_MEMBER, "this signer sits in no committee that signs this decision");
    }
    return memberships;
  }

  /** The committees that a Rotate lists and whose keys its mandate does not have yet. */
  private Stream<CommitteeKey> newcomers(Decision decision) {
    return log.signers(decision).stream().skip(log.committees(decision.mandate()).size());
  }

  /**
   * The rosters under which a decision may be proposed: those in force, and the same committees
   * before a refresh. A decision of an earlier epoch may have any known roster.
   */
  public List<Roster> proposing(Decision decision) {
    List<Roster> now = rosters(decision.mandate());
    boolean current = decision.epoch() == log.epoch(decision.mandate());
    return Stream.concat(
            now.stream(),
            known.stream()
                .filter(one -> !current || now.stream().anyMatch(in -> haveSameMembers(in, one))))
        .toList();
  }

  /** Whether two rosters have the same key and members; nothing else matters to who may propose. */
  private static boolean haveSameMembers(Roster one, Roster other) {
    return one.groupKey().equals(other.groupKey())
        && one.members().stream()
            .map(RosterMember::member)
            .toList()
            .equals(other.members().stream().map(RosterMember::member).toList());
  }

  private Optional<Roster> roster(Bytes32 registered) {
    return ownSeat(registered)
        .flatMap(CeremonySeat::roster)
        .or(() -> refreshedSince(registered))
        .or(() -> known(registered));
  }

  private Optional<Roster> known(Bytes32 hash) {
    return known.stream().filter(one -> one.hash().equals(hash)).findFirst();
  }

  private Optional<Roster> refreshedSince(Bytes32 registered) {
    return refreshed.stream()
        .filter(one -> one.registered().equals(registered))
        .map(Refreshed::roster)
        .reduce((earlier, later) -> later);
  }

  private Optional<CeremonySeat> ownSeat(Bytes32 registered) {
    return own.seats().stream()
        .filter(seat -> seat.status() == SeatStatus.IN_FORCE)
        .filter(seat -> own.isNamed(seat, registered))
        .findFirst();
  }

  /** The committees of a mandate in which this signer can sign, by its own record of them. */
  public List<Membership> memberships(MandateName mandate) {
    return log.committees(mandate).stream()
        .flatMap(committee -> ownSeat(committee.roster()).stream())
        .flatMap(seat -> Membership.of(seat).stream())
        .toList();
  }

  /**
   * The memberships in the committees of a mandate; there must be one.
   *
   * @throws RuleViolation NOT_A_MEMBER
   */
  public List<Membership> requireMemberships(MandateName mandate) {
    List<Membership> memberships = memberships(mandate);
    if (memberships.isEmpty()) {
      throw new RuleViolation(
          Rule.NOT_A_MEMBER, "this signer sits in no committee of mandate " + mandate);
    }
    return memberships;
  }
}
