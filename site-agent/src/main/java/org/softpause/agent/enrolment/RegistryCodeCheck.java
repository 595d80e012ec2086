package org.softpause.agent.enrolment;

import java.math.BigInteger;
import java.util.Arrays;
import org.softpause.contracts.ImmutableRange;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.RegistryParameters;

/** Checks that the code on the chain is this build's registry with the deployment's parameters. */
final class RegistryCodeCheck {
  private final RegistryArtifact artifact;

  RegistryCodeCheck(RegistryArtifact artifact) {
    this.artifact = artifact;
  }

  /**
   * Compares the code.
   *
   * @throws RuleViolation {@link Rule#DEPLOYMENT_CODE_MISMATCH} if the code differs
   */
  void check(byte[] runtime, RegistryParameters parameters) {
    if (runtime.length != artifact.runtimeLength()) {
      throw mismatch(
          "the code has %d bytes, but this build's registry has %d"
              .formatted(runtime.length, artifact.runtimeLength()));
    }
    Bytes32 hash = Keccak256.hash(artifact.withoutImmutables(runtime));
    if (!hash.equals(Bytes32.of(artifact.runtimeHash()))) {
      throw mismatch("the code, immutables aside, has hash " + hash + ", not this build's");
    }
    for (ImmutableRange range : artifact.immutables()) {
      requireValue(runtime, range, parameters);
    }
  }

  private static void requireValue(
      byte[] runtime, ImmutableRange range, RegistryParameters parameters) {
    BigInteger found =
        new BigInteger(
            1, Arrays.copyOfRange(runtime, range.start(), range.start() + range.length()));
    BigInteger stated = parameters.named(range.name());
    if (!found.equals(stated)) {
      throw mismatch(
          "the code has %s %s, but the deployment file has %s"
              .formatted(range.name(), found, stated));
    }
  }

  private static RuleViolation mismatch(String detail) {
    return new RuleViolation(Rule.DEPLOYMENT_CODE_MISMATCH, detail);
  }
}
