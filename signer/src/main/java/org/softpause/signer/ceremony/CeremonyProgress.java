package org.softpause.signer.ceremony;

import java.util.Collection;
import org.softpause.frost.Identifier;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.committee.Roster;

/** What came of one look at a ceremony. */
public sealed interface CeremonyProgress {
  /** A message of this type went out; there may be more to do at once. */
  record Sent(String type) implements CeremonyProgress {}

  /** Others have to do something first. */
  record Waiting(String phase, String missing) implements CeremonyProgress {}

  /** The committee stands. */
  record Done(Roster roster) implements CeremonyProgress {}

  /** This signer has handed its share on and has no seat in what comes of it. */
  record Dealt(Roster roster) implements CeremonyProgress {}

  static CeremonyProgress sent(String type) {
    return new Sent(type);
  }

  static CeremonyProgress waiting(Ceremony seen, Collection<Identifier> waitingFor) {
    String names =
        String.join(
            ", ", waitingFor.stream().map(id -> seen.plan().participant(id).name()).toList());
    return new Waiting(seen.phase().name(), names);
  }

  static CeremonyProgress done(Roster roster) {
    return new Done(roster);
  }
}
