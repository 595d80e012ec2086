package org.softpause.signer.ceremony;

import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.committee.Roster;

/** Verifies rosters by replaying, message by message, the ceremonies that made them. */
public record RosterVerifier(ServiceClient service) {

  /**
   * The roster that a complete ceremony has made: all its members signed it, and the group has
   * shown that it can sign.
   *
   * @throws RuleViolation what the first wrong message breaks, WRONG_CEREMONY or WRONG_PHASE
   */
  public Roster roster(Bytes32 ceremony) {
    return new BulletinBoard(service).complete(ceremony).roster().orElseThrow();
  }

  /** The same roster, if its own ceremony has made it; nothing if that cannot be verified here. */
  public Optional<Roster> prove(Roster claimed) {
    try {
      return Optional.of(roster(claimed.ceremony())).filter(claimed::equals);
    } catch (RuleViolation | ServiceRefusal unproven) {
      return Optional.empty();
    }
  }
}
