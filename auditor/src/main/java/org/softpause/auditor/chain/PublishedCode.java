package org.softpause.auditor.chain;

import java.math.BigInteger;
import org.softpause.contracts.ImmutableRange;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.RegistryParameters;

/** The published bytecode of the registry, its immutables filled in with what Genesis states. */
public final class PublishedCode {
  private final RegistryArtifact artifact;

  public PublishedCode(RegistryArtifact artifact) {
    this.artifact = artifact;
  }

  /** Keccak-256 of the published code, immutables zero. */
  public Bytes32 publishedHash() {
    return Bytes32.of(artifact.runtimeHash());
  }

  /**
   * Compares code from a chain.
   *
   * @throws RuleViolation {@link Rule#DEPLOYMENT_CODE_MISMATCH}
   */
  public void check(byte[] code, RegistryParameters stated) {
    requirePublished(code);
    for (ImmutableRange range : artifact.immutables()) {
      BigInteger written = new BigInteger(1, code, range.start(), range.length());
      if (!written.equals(stated.named(range.name()))) {
        throw mismatch("the code works with " + range.name() + " " + written + ", Genesis lies");
      }
    }
  }

  /**
   * As {@link #check}, whatever the immutables.
   *
   * @throws RuleViolation {@link Rule#DEPLOYMENT_CODE_MISMATCH}
   */
  public void requirePublished(byte[] code) {
    if (code.length == 0) {
      throw mismatch("there is no contract at the address");
    }
    if (code.length != artifact.runtimeLength()) {
      throw mismatch(code.length + " bytes of code, the registry has " + artifact.runtimeLength());
    }
    Bytes32 hash = Keccak256.hash(artifact.withoutImmutables(code));
    if (!hash.equals(publishedHash())) {
      throw mismatch("code hash " + hash + ", published is " + publishedHash());
    }
  }

  private static RuleViolation mismatch(String detail) {
    return new RuleViolation(Rule.DEPLOYMENT_CODE_MISMATCH, detail);
  }
}
