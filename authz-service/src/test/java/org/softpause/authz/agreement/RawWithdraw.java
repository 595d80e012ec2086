package org.softpause.authz.agreement;

import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;
import org.web3j.abi.datatypes.Type;

/** A withdrawal as anyone may send it. */
final class RawWithdraw extends RawDecision {
  int slot;

  @Override
  Decision toDecision() {
    return new Withdraw(mandate(mandate), epoch, new Slot(slot), proposedAt, anchorBy, reasonHash);
  }

  @Override
  Type<?> toAbi() {
    return new PauseRegistry.Withdraw(
        big(mandate), big(epoch), big(slot), big(proposedAt), big(anchorBy), reasonHash.bytes());
  }

  @Override
  String kind() {
    return "Withdraw";
  }
}
