package org.softpause.authz.ethereum;

import java.math.BigInteger;
import java.util.Arrays;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;

/** Decodes the contract's structs into decisions, which enforce their own rules. */
final class DecisionAbiDecoder {
  private static final int UINT256_BYTES = 32;

  private DecisionAbiDecoder() {}

  static Pause pause(PauseRegistry.Pause event) {
    return new Pause(
        mandate(event.mandate),
        event.epoch.longValueExact(),
        new Slot(event.slot.intValueExact()),
        event.ceilingBps.intValueExact(),
        event.effectiveAt.longValueExact(),
        event.expiresAt.longValueExact(),
        event.rampSeconds.longValueExact(),
        event.staggerSeconds.longValueExact(),
        new Scope(
            event.scope.regions.stream().map(BigInteger::intValueExact).toList(),
            event.scope.hardwareClasses.intValueExact(),
            Pflops.parse(event.scope.minPeakPflops.toString())),
        event.drill,
        event.proposedAt.longValueExact(),
        event.anchorBy.longValueExact(),
        Bytes32.of(event.reasonHash));
  }

  static Lift lift(PauseRegistry.Lift event) {
    return new Lift(
        mandate(event.mandate),
        event.epoch.longValueExact(),
        new Slot(event.slot.intValueExact()),
        Bytes32.of(event.pauseId),
        event.proposedAt.longValueExact(),
        event.anchorBy.longValueExact(),
        Bytes32.of(event.reasonHash));
  }

  static Withdraw withdraw(PauseRegistry.Withdraw event) {
    return new Withdraw(
        mandate(event.mandate),
        event.epoch.longValueExact(),
        new Slot(event.slot.intValueExact()),
        event.proposedAt.longValueExact(),
        event.anchorBy.longValueExact(),
        Bytes32.of(event.reasonHash));
  }

  static Renew renew(PauseRegistry.Renew event) {
    return new Renew(
        mandate(event.mandate),
        event.epoch.longValueExact(),
        event.operatingUntil.longValueExact(),
        event.proposedAt.longValueExact(),
        event.anchorBy.longValueExact(),
        Bytes32.of(event.reasonHash));
  }

  static Rotate rotate(PauseRegistry.Rotate event) {
    return new Rotate(
        mandate(event.mandate),
        event.epoch.longValueExact(),
        mandate(event.target),
        event.targetEpoch.longValueExact(),
        event.committees.stream().map(DecisionAbiDecoder::committee).toList(),
        event.proposedAt.longValueExact(),
        event.anchorBy.longValueExact(),
        Bytes32.of(event.reasonHash));
  }

  private static CommitteeKey committee(PauseRegistry.Committee event) {
    return CommitteeKey.of(
        uint256(event.x), uint256(event.y), event.civil, Bytes32.of(event.roster));
  }

  private static Bytes32 uint256(BigInteger value) {
    byte[] minimal = value.toByteArray();
    byte[] word = new byte[UINT256_BYTES];
    int length = Math.min(minimal.length, UINT256_BYTES);
    System.arraycopy(minimal, minimal.length - length, word, UINT256_BYTES - length, length);
    return Bytes32.of(word);
  }

  private static MandateName mandate(BigInteger code) {
    return Arrays.stream(MandateName.values())
        .filter(mandate -> mandate.code() == code.intValueExact())
        .findFirst()
        .orElseThrow();
  }
}
