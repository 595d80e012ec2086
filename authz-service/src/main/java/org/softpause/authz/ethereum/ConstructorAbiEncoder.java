package org.softpause.authz.ethereum;

import java.math.BigInteger;
import java.util.List;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.Hex;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.registry.RegistryParameters;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;

/** Encodes the registry's creation code with its constructor's arguments. */
public final class ConstructorAbiEncoder {
  private ConstructorAbiEncoder() {}

  /** The creation code followed by the constructor's arguments, hex. */
  public static String creation(
      RegistryArtifact artifact,
      RegistryParameters parameters,
      List<CommitteeKey> standing,
      List<CommitteeKey> emergency) {
    return Hex.encode(artifact.creationCode())
        + FunctionEncoder.encodeConstructor(List.of(of(parameters), of(standing), of(emergency)));
  }

  private static PauseRegistry.Parameters of(RegistryParameters p) {
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
