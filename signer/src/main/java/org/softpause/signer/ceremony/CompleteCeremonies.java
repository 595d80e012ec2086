package org.softpause.signer.ceremony;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Ceremony;
import org.softpause.protocol.committee.Phase;
import org.softpause.protocol.committee.Roster;
import org.softpause.signer.service.ServiceClient;

/** Ceremonies that others held, replayed here message by message before their rosters count. */
public record CompleteCeremonies(ServiceClient service) {

  /**
   * What a ceremony has made: all its members signed this roster, and the group has shown that it
   * can sign.
   *
   * @throws RuleViolation what the first wrong message breaks, WRONG_CEREMONY or WRONG_PHASE
   */
  public Roster roster(Bytes32 ceremony) {
    Ceremony replayed = new BulletinBoard(service).read(ceremony);
    if (replayed.phase() != Phase.COMPLETE) {
      throw new RuleViolation(
          Rule.WRONG_PHASE, "ceremony " + ceremony + " is in " + replayed.phase());
    }
    return replayed.roster().orElseThrow();
  }

  /**
   * Takes a roster for what its own ceremony made.
   *
   * @throws RuleViolation as {@link #roster}, or ROSTER_MISMATCH
   */
  public Roster require(Roster claimed) {
    Roster made = roster(claimed.ceremony());
    if (!made.equals(claimed)) {
      throw new RuleViolation(
          Rule.ROSTER_MISMATCH, "ceremony " + claimed.ceremony() + " made " + made.hash());
    }
    return made;
  }
}
