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
 * Who holds a mandate now: the committees that the replayed log names by the hashes of their
 * rosters, each with the roster of a refresh since, where there was one.
 *
 * @param own this signer's record
 * @param known rosters to find by hash, whoever handed them out
 * @param refreshed what refreshes have made of registered rosters, as replayed here
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

  /** What the log names by its hash, as far as it is known here, whoever refreshed it since. */
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

  /** Those in which this signer signs a decision: committees of its mandate, then newcomers. */
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
   * As {@link #memberships(Decision)}, of which there must be one.
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

  /** Bodies that a Rotate lists and whose keys are not those of its mandate. */
  private Stream<CommitteeKey> newcomers(Decision decision) {
    return log.signers(decision).stream().skip(log.committees(decision.mandate()).size());
  }

  /**
   * Rosters under which a decision may be proposed: those in force, and what they were before a
   * refresh since; one of an earlier epoch under any known.
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

  /** And the same key; what else a roster says does not matter to who proposes. */
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
        .filter(seat -> seat.standing() == SeatStatus.IN_FORCE)
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
   * As {@link #memberships}, of which there must be one.
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
