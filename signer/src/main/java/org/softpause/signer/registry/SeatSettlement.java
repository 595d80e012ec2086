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
 * Applies the finalised log to this signer's seats (protocol "What can be decided", resharing). A
 * seat that waits for its Rotate comes into force once the log names a committee by its roster. A
 * seat ends, and its secrets are destroyed, once its key goes on under another roster and nowhere
 * under its own. A key that no committee has any more is kept, because another Rotate may name it.
 */
public final class SeatSettlement {
  private final List<CommitteeKey> committees;

  /** Takes the state of a log whose head the signer's own node has finalised. */
  public SeatSettlement(RegistryState finalised) {
    this.committees =
        Arrays.stream(MandateName.values())
            .flatMap(mandate -> finalised.committees(mandate).stream())
            .toList();
  }

  /** The signer's state with every seat as the log has it; the same state if nothing changes. */
  public SignerState settle(SignerState state) {
    SignerState settled = state;
    for (CeremonySeat seat : state.seats()) {
      if (seat.status() == SeatStatus.WAITING && isNamed(state, seat) && isFirst(state, seat)) {
        settled = settled.withSeat(seat.inForce());
      } else if (seat.status() == SeatStatus.IN_FORCE && isReplaced(state, seat)) {
        settled = settled.withEnded(seat);
      }
    }
    return settled;
  }

  /** Of two refreshes of one roster only the first comes into force; the second keeps waiting. */
  private static boolean isFirst(SignerState state, CeremonySeat seat) {
    return state.seats().stream()
        .filter(other -> other.status() == SeatStatus.IN_FORCE)
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
