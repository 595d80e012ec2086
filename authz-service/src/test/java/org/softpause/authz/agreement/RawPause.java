package org.softpause.authz.agreement;

import java.math.BigInteger;
import java.util.List;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Slot;
import org.web3j.abi.datatypes.Type;

/** A pause as anyone may send it. */
final class RawPause extends RawDecision {
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

  @Override
  Decision toDecision() {
    MandateName name = mandate(mandate);
    return new Pause(
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

  @Override
  Type<?> toAbi() {
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

  @Override
  String kind() {
    return "Pause";
  }
}
