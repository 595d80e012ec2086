package org.softpause.authz.committee;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Rotate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the committees of the registry's mandates, and the groups that must sign a decision beside
 * them.
 */
@Component
@Transactional(readOnly = true)
public class CommitteeDirectory {
  private final CommitteeRepository rows;
  private final RosterRepository rosters;

  CommitteeDirectory(CommitteeRepository rows, RosterRepository rosters) {
    this.rows = rows;
    this.rosters = rosters;
  }

  /** Every committee that holds, or held, a mandate. */
  public List<Committee> all() {
    return rows.all();
  }

  /** Rosters whose ceremony is complete and that hold no mandate by the final log. */
  public List<Roster> unannounced() {
    return rosters.unannounced().stream().map(RosterRow::roster).toList();
  }

  /** The committees of a decision's mandate, in the order of its certificate. */
  public List<Committee> deciding(Decision decision) {
    return rows.seated(decision.mandate(), decision.epoch());
  }

  /**
   * The committee with this roster, which must belong to the decision's mandate.
   *
   * @throws RuleViolation {@link Rule#WRONG_ROSTER}
   */
  public Committee deciding(Decision decision, Bytes32 roster) {
    return deciding(decision).stream()
        .filter(committee -> committee.id().equals(roster))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.WRONG_ROSTER,
                    "roster " + roster + " does not hold this mandate in this epoch"));
  }

  /**
   * The groups that must sign a decision, in the order of its certificate: its committees, then for
   * a Rotate those whose keys are new to its mandate. A roster that no ceremony here made gives no
   * group.
   */
  public List<SigningGroup> signing(Decision decision) {
    List<Committee> deciding = deciding(decision);
    Stream<SigningGroup> groups = deciding.stream().map(SigningGroup::of);
    return decision instanceof Rotate rotate
        ? Stream.concat(groups, newcomers(rotate, deciding)).toList()
        : groups.toList();
  }

  /**
   * Requires that ceremonies on this board made every roster of a Rotate, with the keys that it
   * names.
   *
   * @throws RuleViolation {@link Rule#ROSTER_MISMATCH}
   */
  public void requireRosters(Rotate rotate) {
    for (CommitteeKey body : rotate.committees()) {
      boolean known =
          rosters
              .findByHash(body.roster())
              .map(RosterRow::roster)
              .filter(roster -> roster.groupKey().equals(body.key()))
              .filter(roster -> roster.civil() == body.civil())
              .isPresent();
      if (!known) {
        throw new RuleViolation(
            Rule.ROSTER_MISMATCH,
            "no complete ceremony here made roster " + body.roster() + " with this key");
      }
    }
  }

  private Stream<SigningGroup> newcomers(Rotate rotate, List<Committee> deciding) {
    Set<VerifyingKey> signing =
        deciding.stream()
            .map(committee -> committee.roster().groupKey())
            .collect(Collectors.toUnmodifiableSet());
    return rotate.committees().stream()
        .filter(body -> !signing.contains(body.key()))
        .flatMap(body -> rosters.findByHash(body.roster()).stream())
        .map(row -> newest(row).roster())
        .map(roster -> new SigningGroup(roster.hash(), rotate.epoch(), roster));
  }

  /** The latest refresh of a roster, since its members hold shares of no earlier one. */
  private RosterRow newest(RosterRow row) {
    return rosters.successor(row.hash()).map(this::newest).orElse(row);
  }

  /**
   * A roster that a ceremony on this board made, whether or not it still signs.
   *
   * @throws RuleViolation {@link Rule#WRONG_ROSTER}
   */
  public Roster roster(Bytes32 hash) {
    return rosters
        .findByHash(hash)
        .map(RosterRow::roster)
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.WRONG_ROSTER, "no complete ceremony here made roster " + hash));
  }

  /**
   * The group with this roster, which must be one that signs the decision.
   *
   * @throws RuleViolation {@link Rule#WRONG_ROSTER}
   */
  public SigningGroup signing(Decision decision, Bytes32 roster) {
    return signing(decision).stream()
        .filter(group -> group.id().equals(roster))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.WRONG_ROSTER, "roster " + roster + " does not sign this decision"));
  }
}
