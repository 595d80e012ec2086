package org.softpause.authz.agreement;

import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Renew;
import org.web3j.abi.datatypes.Type;

/** A renewal of the licence as anyone may send it. */
final class RawRenew extends RawDecision {
  long operatingUntil;

  @Override
  Decision toDecision() {
    return new Renew(mandate(mandate), epoch, operatingUntil, proposedAt, anchorBy, reasonHash);
  }

  @Override
  Type<?> toAbi() {
    return new PauseRegistry.Renew(
        big(mandate),
        big(epoch),
        big(operatingUntil),
        big(proposedAt),
        big(anchorBy),
        reasonHash.bytes());
  }

  @Override
  String kind() {
    return "Renew";
  }
}
