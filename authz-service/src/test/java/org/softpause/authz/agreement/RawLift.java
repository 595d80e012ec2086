package org.softpause.authz.agreement;

import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Slot;
import org.web3j.abi.datatypes.Type;

/** A lift as anyone may send it. */
final class RawLift extends RawDecision {
  int slot;
  Bytes32 pauseId = Bytes32.ZERO;

  @Override
  Decision toDecision() {
    MandateName name = mandate(mandate);
    return new Lift(name, epoch, new Slot(slot), pauseId, proposedAt, anchorBy, reasonHash);
  }

  @Override
  Type<?> toAbi() {
    return new PauseRegistry.Lift(
        big(mandate),
        big(epoch),
        big(slot),
        pauseId.bytes(),
        big(proposedAt),
        big(anchorBy),
        reasonHash.bytes());
  }

  @Override
  String kind() {
    return "Lift";
  }
}
