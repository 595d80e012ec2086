package org.softpause.authz.committee;

import java.util.List;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * The jurisdiction that an enrolment code admits.
 *
 * @param name 1 to 100 characters
 * @param regions ISO 3166-1 numeric codes for which it may sign site records, ascending; empty for
 *     a mere committee member
 */
public record Enrolment(String name, List<Integer> regions) {
  private static final int MAX_NAME = 100;

  public Enrolment {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new RuleViolation(
          Rule.OUT_OF_RANGE, "the name must have 1 to " + MAX_NAME + " characters");
    }
    regions = List.copyOf(regions);
    int previous = 0;
    for (int region : regions) {
      if (region <= previous || region > 999) {
        throw new RuleViolation(Rule.OUT_OF_RANGE, "regions must be within 1..999 and ascend");
      }
      previous = region;
    }
  }
}
