package org.softpause.protocol.ceremony.repair;

import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.protocol.jose.Jws;

/** What a participant must do next in a repair; see {@link RepairParticipant#next}. */
public sealed interface RepairStep {
  /** Make the message durable among those sent, unless it is already, then post it. */
  record Send(Jws message) implements RepairStep {}

  /**
   * The share is rebuilt and verified against the roster. Make it durable together with the message
   * that {@link LostMember#completion} signs, then post that.
   */
  record Rebuilt(KeyPackage key) implements RepairStep {}

  /** Wait until others have sent their messages. */
  record Wait(SortedSet<Identifier> waitingFor) implements RepairStep {}

  /** Stop: this participant has no more to do and needs its seed no longer. */
  record Done() implements RepairStep {}
}
