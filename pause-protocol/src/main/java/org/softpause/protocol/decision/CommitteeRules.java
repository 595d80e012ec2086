package org.softpause.protocol.decision;

import java.util.List;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** The rules on the committees of a mandate, at deployment and in every Rotate. */
public final class CommitteeRules {
  /** The most committees of a mandate, more than anyone has asked for. */
  public static final int MOST = 5;

  private CommitteeRules() {}

  /**
   * Returns if these committees may hold the mandate. The checks are in the contract's order.
   *
   * @throws RuleViolation {@link Rule#COMMITTEE_COUNT_OUT_OF_RANGE}, {@link
   *     Rule#COMMITTEES_NOT_ASCENDING}, {@link Rule#NO_CIVIL_COMMITTEE}
   */
  public static void require(MandateName mandate, List<CommitteeKey> committees) {
    boolean standing = mandate == MandateName.STANDING;
    if (committees.size() < (standing ? 1 : 0) || committees.size() > MOST) {
      throw new RuleViolation(
          Rule.COMMITTEE_COUNT_OUT_OF_RANGE, mandate + " has " + committees.size() + " committees");
    }
    requireAscending(mandate, committees);
    if (standing && committees.stream().noneMatch(CommitteeKey::civil)) {
      throw new RuleViolation(Rule.NO_CIVIL_COMMITTEE, "no committee of STANDING is civil");
    }
  }

  private static void requireAscending(MandateName mandate, List<CommitteeKey> committees) {
    for (int i = 1; i < committees.size(); i++) {
      if (committees.get(i).x().compareTo(committees.get(i - 1).x()) <= 0) {
        throw new RuleViolation(
            Rule.COMMITTEES_NOT_ASCENDING, mandate + " lists its committees by ascending x");
      }
    }
  }
}
