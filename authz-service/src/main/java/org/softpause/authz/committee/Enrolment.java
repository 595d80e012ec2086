package org.softpause.authz.committee;

import java.util.List;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * Whom a code admits.
 *
 * @param name 1 to 100 characters
 * @param regions ISO 3166-1 numeric codes for which it may sign site records, ascending; empty for
 *     a mere committee member
 */
public record Enrolment(String name, List<Integer> regions) {
  private static final int MAX_NAME = 100;

  public Enrolment {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "a name has 1 to " + MAX_NAME + " characters");
    }
    regions = List.copyOf(regions);
    int previous = 0;
    for (int region : regions) {
      if (region <= previous || region > 999) {
        throw new RuleViolation(Rule.OUT_OF_RANGE, "regions are ascending within 1..999");
      }
      previous = region;
    }
  }
}
