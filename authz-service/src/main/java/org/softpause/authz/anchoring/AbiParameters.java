package org.softpause.authz.anchoring;

import java.math.BigInteger;
import java.util.List;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.registry.Parameters;
import org.web3j.abi.datatypes.DynamicArray;

/** The constructor's arguments as the contract takes them. */
final class AbiParameters {
  private AbiParameters() {}

  static PauseRegistry.Parameters of(Parameters p) {
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

  /** The parameter that the contract's bytecode holds under this name. */
  static BigInteger named(Parameters p, String name) {
    return switch (name) {
      case "exemptBelowPflops" -> new BigInteger(p.exemptBelowPflops().toString());
      case "leadSeconds" -> BigInteger.valueOf(p.leadSeconds());
      case "minRampSeconds" -> BigInteger.valueOf(p.minRampSeconds());
      case "licenceSeconds" -> BigInteger.valueOf(p.licenceSeconds());
      case "lapseCeilingBps" -> BigInteger.valueOf(p.lapseCeilingBps());
      case "lapseRampSeconds" -> BigInteger.valueOf(p.lapseRampSeconds());
      case "lapseStaggerSeconds" -> BigInteger.valueOf(p.lapseStaggerSeconds());
      default -> throw new IllegalStateException("the contract has no parameter " + name);
    };
  }
}
