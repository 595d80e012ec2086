package org.softpause.auditor.chain;

import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.RegistryCode;

/** The registry bytecode that this build publishes. */
public final class PublishedCode {
  private PublishedCode() {}

  /** Reads the bytecode's hash and its immutables from the contract module's resources. */
  public static RegistryCode load() {
    RegistryArtifact artifact = RegistryArtifact.load();
    return new RegistryCode(
        artifact.runtimeLength(),
        Bytes32.of(artifact.runtimeHash()),
        artifact.immutables().stream()
            .map(range -> new RegistryCode.Immutable(range.name(), range.start(), range.length()))
            .toList());
  }
}
