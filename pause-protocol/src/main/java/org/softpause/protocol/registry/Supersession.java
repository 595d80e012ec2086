package org.softpause.protocol.registry;

import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.SlotDecision;

/**
 * Which decisions can never be anchored any more, whoever has signed them (protocol "From proposal
 * to log", {@code SUPERSEDED}).
 */
public final class Supersession {
  private Supersession() {}

  /** Whether a registry has moved past a decision, by its epoch, slot, licence or target epoch. */
  public static boolean isPast(RegistryState state, Decision decision) {
    return state.epoch(decision.mandate()) != decision.epoch()
        || switch (decision) {
          case SlotDecision forSlot ->
              state.slot(forSlot.slot()).latestProposedAt() >= forSlot.proposedAt();
          case Renew renew -> state.operatingUntil() >= renew.operatingUntil();
          case Rotate rotate -> state.epoch(rotate.target()) != rotate.targetEpoch();
        };
  }

  /** Whether a registry that anchors one decision has then moved past another one. */
  public static boolean isMadeVoid(Decision other, Decision anchored) {
    return switch (anchored) {
      case SlotDecision first ->
          other instanceof SlotDecision second
              && second.slot().equals(first.slot())
              && second.proposedAt() <= first.proposedAt();
      case Renew first ->
          other instanceof Renew second && second.operatingUntil() <= first.operatingUntil();
      case Rotate first ->
          other.mandate() == first.target()
              || (other instanceof Rotate second && second.target() == first.target());
    };
  }
}
