package org.softpause.signer.ceremony;

import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.committee.Roster;
import org.softpause.signer.service.ServiceClient;
import org.softpause.signer.service.ServiceRefusal;

/** Ceremonies that others held, replayed here message by message before their rosters count. */
public record RosterVerifier(ServiceClient service) {

  /**
   * What a ceremony has made: all its members signed this roster, and the group has shown that it
   * can sign.
   *
   * @throws RuleViolation what the first wrong message breaks, WRONG_CEREMONY or WRONG_PHASE
   */
  public Roster roster(Bytes32 ceremony) {
    Ceremony replayed = new BulletinBoard(service).read(ceremony);
    if (replayed.phase() != CeremonyPhase.COMPLETE) {
      throw new RuleViolation(
          Rule.WRONG_PHASE, "ceremony " + ceremony + " is in " + replayed.phase());
    }
    return replayed.roster().orElseThrow();
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
