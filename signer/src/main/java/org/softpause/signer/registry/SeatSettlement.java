package org.softpause.signer.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;

/**
 * What the finalised log makes of this signer's seats (protocol "Threshold signatures", Refresh and
 * resharing): a seat waiting for its Rotate comes into force once a committee is named by its
 * roster; a seat whose key goes on under another roster, and under its own nowhere, ends, and its
 * secrets with it. A key that no committee has any more is left alone: another Rotate may name it.
 */
public final class SeatSettlement {
  private final List<CommitteeKey> committees;

  /** The state must be that of a log whose head one's own node has finalised. */
  public SeatSettlement(RegistryState finalised) {
    this.committees =
        Arrays.stream(MandateName.values())
            .flatMap(mandate -> finalised.committees(mandate).stream())
            .toList();
  }

  /** The record with every seat as the log has it; the same record if nothing changes. */
  public SignerState settle(SignerState state) {
    SignerState settled = state;
    for (CeremonySeat seat : state.seats()) {
      if (seat.standing() == SeatStatus.WAITING && isNamed(state, seat) && isFirst(state, seat)) {
        settled = settled.withSeat(seat.inForce());
      } else if (seat.standing() == SeatStatus.IN_FORCE && isReplaced(state, seat)) {
        settled = settled.withEnded(seat);
      }
    }
    return settled;
  }

  /** Of two refreshes of one roster, the second waits for good. */
  private static boolean isFirst(SignerState state, CeremonySeat seat) {
    return state.seats().stream()
        .filter(other -> other.standing() == SeatStatus.IN_FORCE)
        .noneMatch(other -> other.registered().equals(seat.registered()));
  }

  private boolean isNamed(SignerState state, CeremonySeat seat) {
    return committees.stream()
        .anyMatch(committee -> state.isNamed(seat, committee.roster()) && hasKey(seat, committee));
  }

  private boolean isReplaced(SignerState state, CeremonySeat seat) {
    return !isNamed(state, seat)
        && committees.stream().anyMatch(committee -> hasKey(seat, committee));
  }

  private static boolean hasKey(CeremonySeat seat, CommitteeKey committee) {
    return seat.roster().map(Roster::groupKey).equals(Optional.of(committee.key()));
  }
}
