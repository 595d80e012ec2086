package org.softpause.authz.anchoring;

import java.math.BigInteger;
import java.util.List;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.registry.RegistryParameters;
import org.web3j.abi.datatypes.DynamicArray;

/** The constructor's arguments as the contract takes them. */
final class ConstructorAbiEncoder {
  private ConstructorAbiEncoder() {}

  static PauseRegistry.Parameters of(RegistryParameters p) {
    return new PauseRegistry.Parameters(
        new BigInteger(p.exemptBelowPflops().toString()),
        BigInteger.valueOf(p.leadSeconds()),
        BigInteger.valueOf(p.minRampSeconds()),
        BigInteger.valueOf(p.licenceSeconds()),
        BigInteger.valueOf(p.lapseCeilingBps()),
        BigInteger.valueOf(p.lapseRampSeconds()),
        BigInteger.valueOf(p.lapseStaggerSeconds()));
  }

  static DynamicArray<PauseRegistry.Committee> of(List<CommitteeKey> committees) {
    return new DynamicArray<>(
        PauseRegistry.Committee.class,
        committees.stream()
            .map(
                one ->
                    new PauseRegistry.Committee(
                        new BigInteger(1, one.x().bytes()),
                        new BigInteger(1, one.y().bytes()),
                        one.civil(),
                        one.roster().bytes()))
            .toList());
  }
}
