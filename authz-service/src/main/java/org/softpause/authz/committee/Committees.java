package org.softpause.authz.committee;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The committees of the registry's mandates. */
@Component
@Transactional(readOnly = true)
public class Committees {
  private final CommitteeRows rows;

  Committees(CommitteeRows rows) {
    this.rows = rows;
  }

  /** Everyone who holds, or held, a mandate. */
  public List<Committee> all() {
    return rows.findAllByOrderByMandateAscEpochAscPositionAsc();
  }

  public Optional<Committee> find(Bytes32 roster) {
    return rows.findByRoster(roster);
  }

  /** The committees that must sign a decision, in the order of its certificate. */
  public List<Committee> deciding(Decision decision) {
    return rows.findByMandateAndEpochOrderByPosition(decision.mandate(), decision.epoch());
  }

  /**
   * The committee with this roster, if it decides on this.
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

  /** The groups that must sign a decision, in the order of its certificate. */
  public List<SigningGroup> signing(Decision decision) {
    return deciding(decision).stream().map(SigningGroup::of).toList();
  }

  /**
   * The group with this roster, if it must sign this.
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
