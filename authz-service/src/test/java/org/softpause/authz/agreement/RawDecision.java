package org.softpause.authz.agreement;

import java.math.BigInteger;
import java.util.List;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Slot;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.Type;

/** The fields of a decision as anyone may send them to the contract, sound or not. */
final class RawDecision {
  boolean lift;
  int mandate;
  long epoch;
  int slot;
  int ceilingBps = 500;
  long effectiveAt;
  long expiresAt;
  long rampSeconds = 10;
  long staggerSeconds;
  List<Integer> regions = List.of(250, 276);
  int hardwareClasses = 1;
  Pflops minPeakPflops = Pflops.of(100);
  boolean drill;
  Bytes32 pauseId = Bytes32.ZERO;
  long proposedAt;
  long anchorBy;
  Bytes32 reasonHash = Bytes32.ZERO;

  /**
   * As the product has it.
   *
   * @throws RuleViolation if there is no such decision
   */
  Decision toDecision() {
    if (mandate > 1) {
      throw new RuleViolation(Rule.UNKNOWN_MANDATE, "mandate " + mandate);
    }
    MandateName name = mandate == 0 ? MandateName.STANDING : MandateName.EMERGENCY;
    return lift
        ? new Lift(name, epoch, new Slot(slot), pauseId, proposedAt, anchorBy, reasonHash)
        : new Pause(
            name,
            epoch,
            new Slot(slot),
            ceilingBps,
            effectiveAt,
            expiresAt,
            rampSeconds,
            staggerSeconds,
            new Scope(regions, hardwareClasses, minPeakPflops),
            drill,
            proposedAt,
            anchorBy,
            reasonHash);
  }

  Type<?> toAbi() {
    return lift ? liftAbi() : pauseAbi();
  }

  private StaticStruct liftAbi() {
    return new PauseRegistry.Lift(
        big(mandate),
        big(epoch),
        big(slot),
        pauseId.bytes(),
        big(proposedAt),
        big(anchorBy),
        reasonHash.bytes());
  }

  private DynamicStruct pauseAbi() {
    return new PauseRegistry.Pause(
        big(mandate),
        big(epoch),
        big(slot),
        big(ceilingBps),
        big(effectiveAt),
        big(expiresAt),
        big(rampSeconds),
        big(staggerSeconds),
        new PauseRegistry.Scope(
            regions.stream().map(BigInteger::valueOf).toList(),
            big(hardwareClasses),
            new BigInteger(minPeakPflops.toString())),
        drill,
        big(proposedAt),
        big(anchorBy),
        reasonHash.bytes());
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
