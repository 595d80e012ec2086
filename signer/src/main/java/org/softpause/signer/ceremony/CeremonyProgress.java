package org.softpause.signer.ceremony;

import java.util.Collection;
import org.softpause.frost.Identifier;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.committee.Roster;

/** The result of one look at a ceremony. */
public sealed interface CeremonyProgress {
  /** A message of this type was posted; there may be more to do at once. */
  record Sent(String type) implements CeremonyProgress {}

  /** Other members have to act first. */
  record Waiting(String phase, String missing) implements CeremonyProgress {}

  /** The ceremony is complete and this signer is a member of its committee. */
  record Done(Roster roster) implements CeremonyProgress {}

  /**
   * The ceremony is complete; this signer handed its share on and is not a member of the new
   * committee.
   */
  record Dealt(Roster roster) implements CeremonyProgress {}

  /**
   * This signer has no more to do in a repair.
   *
   * @param own whether it was its own share that was lost, and is here again
   */
  record Repaired(Roster roster, boolean own) implements CeremonyProgress {}

  static CeremonyProgress sent(String type) {
    return new Sent(type);
  }

  static CeremonyProgress waiting(Ceremony seen, Collection<Identifier> waitingFor) {
    String names =
        String.join(
            ", ", waitingFor.stream().map(id -> seen.opening().participant(id).name()).toList());
    return new Waiting(seen.phase().name(), names);
  }

  static CeremonyProgress done(Roster roster) {
    return new Done(roster);
  }
}
