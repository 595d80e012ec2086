package org.softpause.authz.ethereum;

import java.math.BigInteger;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Withdraw;

/** Encodes decisions as the contract's structs. */
final class DecisionAbiEncoder {
  private DecisionAbiEncoder() {}

  static PauseRegistry.Pause pause(Pause pause) {
    Scope scope = pause.scope();
    return new PauseRegistry.Pause(
        big(pause.mandate().code()),
        big(pause.epoch()),
        big(pause.slot().value()),
        big(pause.ceilingBps()),
        big(pause.effectiveAt()),
        big(pause.expiresAt()),
        big(pause.rampSeconds()),
        big(pause.staggerSeconds()),
        new PauseRegistry.Scope(
            scope.regions().stream().map(BigInteger::valueOf).toList(),
            big(scope.hardwareClasses()),
            new BigInteger(scope.minPeakPflops().toString())),
        pause.drill(),
        big(pause.proposedAt()),
        big(pause.anchorBy()),
        pause.reasonHash().bytes());
  }

  static PauseRegistry.Lift lift(Lift lift) {
    return new PauseRegistry.Lift(
        big(lift.mandate().code()),
        big(lift.epoch()),
        big(lift.slot().value()),
        lift.pauseId().bytes(),
        big(lift.proposedAt()),
        big(lift.anchorBy()),
        lift.reasonHash().bytes());
  }

  static PauseRegistry.Withdraw withdraw(Withdraw withdraw) {
    return new PauseRegistry.Withdraw(
        big(withdraw.mandate().code()),
        big(withdraw.epoch()),
        big(withdraw.slot().value()),
        big(withdraw.proposedAt()),
        big(withdraw.anchorBy()),
        withdraw.reasonHash().bytes());
  }

  static PauseRegistry.Renew renew(Renew renew) {
    return new PauseRegistry.Renew(
        big(renew.mandate().code()),
        big(renew.epoch()),
        big(renew.operatingUntil()),
        big(renew.proposedAt()),
        big(renew.anchorBy()),
        renew.reasonHash().bytes());
  }

  static PauseRegistry.Rotate rotate(Rotate rotate) {
    return new PauseRegistry.Rotate(
        big(rotate.mandate().code()),
        big(rotate.epoch()),
        big(rotate.target().code()),
        big(rotate.targetEpoch()),
        ConstructorAbiEncoder.of(rotate.committees()).getValue(),
        big(rotate.proposedAt()),
        big(rotate.anchorBy()),
        rotate.reasonHash().bytes());
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
