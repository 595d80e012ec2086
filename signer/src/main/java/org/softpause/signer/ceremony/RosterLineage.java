package org.softpause.signer.ceremony;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Bytes32, Bytes32> found = new HashMap<>();

  /**
   * Replays nothing yet.
   *
   * @param board of one gathering, because a board may show refreshes without end; each ceremony is
   *     replayed once
   */
  public RosterLineage(BulletinBoard board) {
    this.board = board;
  }

  /**
   * The hash of the roster by which the registry names this committee: its own, or after refreshes
   * that of the roster before them.
   *
   * @throws RuleViolation WRONG_ROSTER if no complete ceremony on the board has made it, or
   *     GATHERING_EXCEEDED
   */
  public Bytes32 registered(Roster roster) {
    List<Bytes32> descendants = new ArrayList<>();
    Roster at = roster;
    for (int i = 0; i < MAX_REFRESHES; i++) {
      descendants.add(at.hash());
      Bytes32 known = found.get(at.hash());
      if (known != null) {
        return remember(descendants, known);
      }
      Ceremony made = board.read(at.ceremony());
      requireMade(made, at);
      if (made.plan().purpose() != CeremonyPurpose.REFRESH) {
        return remember(descendants, at.hash());
      }
      at = made.plan().succession().map(Succession::previous).orElseThrow();
    }
    throw new RuleViolation(
        Rule.GATHERING_EXCEEDED, "more than " + MAX_REFRESHES + " refreshes in a row");
  }

  private Bytes32 remember(List<Bytes32> descendants, Bytes32 registered) {
    descendants.forEach(hash -> found.put(hash, registered));
    return registered;
  }

  private static void requireMade(Ceremony ceremony, Roster roster) {
    if (ceremony.possession().isEmpty() || !ceremony.roster().filter(roster::equals).isPresent()) {
      throw new RuleViolation(
          Rule.WRONG_ROSTER, "no complete ceremony has made roster " + roster.hash());
    }
  }
}
