package org.softpause.signer.state;

import java.util.Optional;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;

/**
 * A committee in which this signer can sign, with the members and keys from its own record of the
 * ceremony.
 *
 * @param rosterHash SHA-256 of the roster
 */
public record Membership(Bytes32 rosterHash, Roster roster, KeyPackage key) {
  /** Returns the membership of a seat in force, and nothing for any other seat. */
  public static Optional<Membership> of(CeremonySeat seat) {
    return seat.status() == SeatStatus.IN_FORCE
        ? seat.roster().flatMap(roster -> of(seat, roster))
        : Optional.empty();
  }

  /**
   * Returns the membership of a seat that holds its share, in force or waiting for its roster to be
   * announced. A waiting one signs nothing but the Rotate that lists it.
   */
  public static Optional<Membership> holding(CeremonySeat seat) {
    return seat.holdsShare() ? seat.roster().flatMap(roster -> of(seat, roster)) : Optional.empty();
  }

  private static Optional<Membership> of(CeremonySeat seat, Roster roster) {
    return seat.key(roster).map(key -> new Membership(roster.hash(), roster, key));
  }

  public Identifier self() {
    return key.identifier();
  }
}
