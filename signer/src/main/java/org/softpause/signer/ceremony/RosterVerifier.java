package org.softpause.signer.ceremony;

import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.committee.Roster;

/** Ceremonies that others held, replayed here message by message before their rosters count. */
public record RosterVerifier(ServiceClient service) {

  /**
   * What a ceremony has made: all its members signed this roster, and the group has shown that it
   * can sign.
   *
   * @throws RuleViolation what the first wrong message breaks, WRONG_CEREMONY or WRONG_PHASE
   */
  public Roster roster(Bytes32 ceremony) {
    return new BulletinBoard(service).complete(ceremony).roster().orElseThrow();
  }

  /** A roster as its own ceremony made it; nothing if that cannot be shown here. */
  public Optional<Roster> prove(Roster claimed) {
    try {
      return Optional.of(roster(claimed.ceremony())).filter(claimed::equals);
    } catch (RuleViolation | ServiceRefusal unproven) {
      return Optional.empty();
    }
  }
}
