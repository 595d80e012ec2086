package org.softpause.signer.ceremony;

import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.CeremonyPlan;
import org.softpause.protocol.committee.Purpose;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.Succession;
import org.softpause.signer.state.Ledger;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.Seat;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.Standing;

/** The committee that a ceremony succeeds, in this signer's own record. */
final class Predecessor {
  private Predecessor() {}

  /** The share in force that a succession starts from, if it is here. */
  static Optional<Membership> membership(SignerState state, Succession succession) {
    return state.seats().stream()
        .flatMap(seat -> Membership.of(seat).stream())
        .filter(membership -> membership.rosterHash().equals(succession.previousRoster()))
        .findFirst();
  }

  /**
   * Nobody talks an old member into succeeding anything but what it has in force itself.
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
   * Whoever the plan has deal has something to deal.
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
      throw new RuleViolation(Rule.WRONG_ROLE, "the plan has us deal a share that is not here");
    }
  }

  /**
   * One refresh of a committee at a time. As it takes the signatures of all members to end one, no
   * two of one committee can both end, and nobody holds shares of another than the others do.
   *
   * @throws RuleViolation REFRESH_UNDER_WAY
   */
  static void requireOnlyRefresh(SignerState state, CeremonyPlan plan) {
    if (plan.purpose() != Purpose.REFRESH) {
      return;
    }
    Optional<Bytes32> before = plan.succession().map(Succession::previousRoster);
    state.seats().stream()
        .filter(seat -> seat.standing() == Standing.UNDER_WAY && seat.succeeds().equals(before))
        .filter(seat -> seat.purpose().orElse(Purpose.REFRESH) == Purpose.REFRESH)
        .findFirst()
        .ifPresent(
            other -> {
              throw new RuleViolation(
                  Rule.REFRESH_UNDER_WAY,
                  "ceremony %s refreshes this committee already: end it, abandon it before you sign"
                          .formatted(other.ceremony())
                      + " its roster, or hand the key on by a resharing");
            });
  }

  /**
   * A new group and a refreshed one are in force at once; with the same write nothing is left of
   * the shares that a refresh replaces. A reshared group waits for its Rotate.
   */
  static SignerState complete(SignerState state, Seat seat, Purpose purpose, Roster roster) {
    Ledger burned = state.ledger().burnAll(roster.possession().message(), roster.hash());
    SignerState proven = state.withLedger(burned);
    return switch (purpose) {
      case NEW -> proven.withSeat(seat.completed(roster, roster.hash(), Standing.IN_FORCE));
      case RESHARE -> proven.withSeat(seat.completed(roster, roster.hash(), Standing.WAITING));
      case REFRESH -> refreshed(proven, seat, roster);
    };
  }

  private static SignerState refreshed(SignerState state, Seat seat, Roster roster) {
    Seat before =
        state.seats().stream()
            .filter(old -> old.roster().map(Roster::hash).equals(seat.succeeds()))
            .findFirst()
            .orElseThrow(
                () -> new RuleViolation(Rule.WRONG_ROSTER, "nothing here is refreshed by this"));
    Bytes32 name = before.registered().orElseThrow();
    return before.standing() == Standing.IN_FORCE
        ? state.withSeat(seat.completed(roster, name, Standing.IN_FORCE)).withEnded(before)
        : state.withSeat(seat.completed(roster, name, Standing.WAITING));
  }
}
