package org.softpause.agent.world;

import java.math.BigInteger;
import java.util.Arrays;
import org.softpause.contracts.ImmutableRange;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.registry.RegistryParameters;

/**
 * The registry's code as a chain stores it: the end of the creation code with its immutables filled
 * in.
 */
final class DeployedCode {
  private DeployedCode() {}

  static byte[] of(RegistryParameters parameters) {
    RegistryArtifact artifact = RegistryArtifact.load();
    byte[] creation = artifact.creationCode();
    byte[] runtime =
        Arrays.copyOfRange(creation, creation.length - artifact.runtimeLength(), creation.length);
    for (ImmutableRange range : artifact.immutables()) {
      byte[] value = value(range.name(), parameters).toByteArray();
      System.arraycopy(
          value, 0, runtime, range.start() + range.length() - value.length, value.length);
    }
    return runtime;
  }

  private static BigInteger value(String name, RegistryParameters parameters) {
    return switch (name) {
      case "exemptBelowPflops" -> BigInteger.valueOf(parameters.exemptBelowPflops().bits());
      case "leadSeconds" -> BigInteger.valueOf(parameters.leadSeconds());
      case "minRampSeconds" -> BigInteger.valueOf(parameters.minRampSeconds());
      case "licenceSeconds" -> BigInteger.valueOf(parameters.licenceSeconds());
      case "lapseCeilingBps" -> BigInteger.valueOf(parameters.lapseCeilingBps());
      case "lapseRampSeconds" -> BigInteger.valueOf(parameters.lapseRampSeconds());
      case "lapseStaggerSeconds" -> BigInteger.valueOf(parameters.lapseStaggerSeconds());
      default -> throw new IllegalArgumentException(name);
    };
  }
}
