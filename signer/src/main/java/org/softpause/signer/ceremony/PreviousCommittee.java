package org.softpause.signer.ceremony;

import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.committee.Roster;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.NonceLedger;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;

/**
 * The committee from which a ceremony takes its key, as this signer's own state has it: what a plan
 * may ask of this signer, and what becomes of the old seat.
 */
final class PreviousCommittee {
  private PreviousCommittee() {}

  /** The membership in force that a succession starts from, if it is here. */
  static Optional<Membership> membership(SignerState state, Succession succession) {
    return state.seats().stream()
        .flatMap(seat -> Membership.of(seat).stream())
        .filter(membership -> membership.rosterHash().equals(succession.previousRoster()))
        .findFirst();
  }

  /**
   * Refuses a plan that would have a member succeed another committee than the one in force here.
   *
   * @throws RuleViolation WRONG_ROSTER
   */
  static void requireInForce(SignerState state, CeremonyPlan plan) {
    if (plan.succession().isEmpty()) {
      return;
    }
    Succession succession = plan.succession().get();
    boolean ofThisKey =
        state.seats().stream()
            .flatMap(seat -> Membership.of(seat).stream())
            .anyMatch(own -> own.roster().groupKey().equals(succession.previous().groupKey()));
    if (ofThisKey && membership(state, succession).isEmpty()) {
      throw new RuleViolation(
          Rule.WRONG_ROSTER,
          "the plan succeeds roster %s, which is not the one in force here"
              .formatted(succession.previousRoster()));
    }
  }

  /**
   * Refuses a plan by which this signer hands on a share that it does not have.
   *
   * @throws RuleViolation WRONG_ROLE
   */
  static void requireShare(SignerState state, CeremonyPlan plan, Identifier self) {
    boolean missing =
        plan.succession()
            .filter(succession -> plan.isDealer(self))
            .filter(succession -> membership(state, succession).isEmpty())
            .isPresent();
    if (missing) {
      throw new RuleViolation(
          Rule.WRONG_ROLE, "the plan has this signer hand on a share that is not here");
    }
  }

  /**
   * Allows one refresh of a committee at a time. A refresh ends only with the signatures of all its
   * members, so no two of one committee can both end, and all members hold shares of the same one.
   *
   * @throws RuleViolation REFRESH_UNDER_WAY
   */
  static void requireOnlyRefresh(SignerState state, CeremonyPlan plan) {
    if (plan.purpose() != CeremonyPurpose.REFRESH) {
      return;
    }
    Optional<Bytes32> before = plan.succession().map(Succession::previousRoster);
    state.seats().stream()
        .filter(seat -> seat.status() == SeatStatus.UNDER_WAY && seat.succeeds().equals(before))
        .filter(seat -> seat.purpose().orElse(CeremonyPurpose.REFRESH) == CeremonyPurpose.REFRESH)
        .findFirst()
        .ifPresent(
            other -> {
              throw new RuleViolation(
                  Rule.REFRESH_UNDER_WAY,
                  "ceremony %s refreshes this committee already: complete it, abandon it before you sign"
                          .formatted(other.ceremony())
                      + " its roster, or hand the key on by a resharing");
            });
  }

  /**
   * The signer's state once a ceremony is complete. A new group and a refreshed one are in force at
   * once, and the same write destroys the shares that a refresh replaces. A reshared group waits
   * for its Rotate.
   */
  static SignerState complete(
      SignerState state, CeremonySeat seat, CeremonyPurpose purpose, Roster roster) {
    NonceLedger burned = state.ledger().burnAll(roster.possession().message(), roster.hash());
    SignerState proven = state.withLedger(burned);
    return switch (purpose) {
      case NEW -> proven.withSeat(seat.completed(roster, roster.hash(), SeatStatus.IN_FORCE));
      case RESHARE -> proven.withSeat(seat.completed(roster, roster.hash(), SeatStatus.WAITING));
      case REFRESH -> refreshed(proven, seat, roster);
    };
  }

  private static SignerState refreshed(SignerState state, CeremonySeat seat, Roster roster) {
    CeremonySeat before =
        state.seats().stream()
            .filter(old -> old.roster().map(Roster::hash).equals(seat.succeeds()))
            .findFirst()
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.WRONG_ROSTER, "no seat here is refreshed by this ceremony"));
    Bytes32 name = before.registered().orElseThrow();
    return before.status() == SeatStatus.IN_FORCE
        ? state.withSeat(seat.completed(roster, name, SeatStatus.IN_FORCE)).withEnded(before)
        : state.withSeat(seat.completed(roster, name, SeatStatus.WAITING));
  }
}
