package org.softpause.signer.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.Seat;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.Standing;

/**
 * What the finalised log makes of this signer's seats (protocol "Threshold signatures", Refresh and
 * resharing): a seat waiting for its Rotate comes into force once a committee is named by its
 * roster; a seat whose key goes on under another roster, and under its own nowhere, ends, and its
 * secrets with it. A key that no committee has any more is left alone: another Rotate may name it.
 */
public final class Settlement {
  private final List<CommitteeKey> committees;

  /** The state must be that of a log whose head one's own node has finalised. */
  public Settlement(RegistryState finalised) {
    this.committees =
        Arrays.stream(MandateName.values())
            .flatMap(mandate -> finalised.committees(mandate).stream())
            .toList();
  }

  /** The record with every seat as the log has it; the same record if nothing changes. */
  public SignerState settle(SignerState state) {
    SignerState settled = state;
    for (Seat seat : state.seats()) {
      if (seat.standing() == Standing.WAITING && isNamed(state, seat) && isFirst(state, seat)) {
        settled = settled.withSeat(seat.inForce());
      } else if (seat.standing() == Standing.IN_FORCE && isReplaced(state, seat)) {
        settled = settled.withEnded(seat);
      }
    }
    return settled;
  }

  /** Of two refreshes of one roster, the second waits for good. */
  private static boolean isFirst(SignerState state, Seat seat) {
    return state.seats().stream()
        .filter(other -> other.standing() == Standing.IN_FORCE)
        .noneMatch(other -> other.registered().equals(seat.registered()));
  }

  private boolean isNamed(SignerState state, Seat seat) {
    return committees.stream()
        .anyMatch(committee -> state.isNamed(seat, committee.roster()) && hasKey(seat, committee));
  }

  private boolean isReplaced(SignerState state, Seat seat) {
    return !isNamed(state, seat)
        && committees.stream().anyMatch(committee -> hasKey(seat, committee));
  }

  private static boolean hasKey(Seat seat, CommitteeKey committee) {
    return seat.roster().map(Roster::groupKey).equals(Optional.of(committee.key()));
  }
}
