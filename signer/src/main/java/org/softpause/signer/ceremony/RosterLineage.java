package org.softpause.signer.ceremony;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.committee.Roster;

/**
 * Follows a roster back through refreshes to the one that the registry names; every ceremony on the
 * way is replayed here.
 */
public final class RosterLineage {
  private static final int MAX_REFRESHES = 1000;

  private final BulletinBoard board;

  public RosterLineage(BulletinBoard board) {
    this.board = board;
  }

  /**
   * The hash of the roster by which the registry names this committee: its own, or after refreshes
   * that of the roster before them.
   *
   * @throws RuleViolation WRONG_ROSTER if no complete ceremony on the board has made it
   */
  public Bytes32 registered(Roster roster) {
    Roster at = roster;
    for (int i = 0; i < MAX_REFRESHES; i++) {
      Ceremony made = board.read(at.ceremony());
      requireMade(made, at);
      if (made.plan().purpose() != CeremonyPurpose.REFRESH) {
        return at.hash();
      }
      at = made.plan().succession().map(Succession::previous).orElseThrow();
    }
    throw new RuleViolation(Rule.TOO_LARGE, "more than " + MAX_REFRESHES + " refreshes in a row");
  }

  private static void requireMade(Ceremony ceremony, Roster roster) {
    if (ceremony.possession().isEmpty() || !ceremony.roster().filter(roster::equals).isPresent()) {
      throw new RuleViolation(
          Rule.WRONG_ROSTER, "no complete ceremony has made roster " + roster.hash());
    }
  }
}
