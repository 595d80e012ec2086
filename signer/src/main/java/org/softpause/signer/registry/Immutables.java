package org.softpause.signer.registry;

import java.math.BigInteger;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.Parameters;

/** The value that each immutable of the contract must have, by its name in the artifact. */
final class Immutables {
  private Immutables() {}

  static BigInteger expected(Parameters parameters, String name) {
    return switch (name) {
      case "exemptBelowPflops" -> new BigInteger(parameters.exemptBelowPflops().toString());
      case "leadSeconds" -> BigInteger.valueOf(parameters.leadSeconds());
      case "minRampSeconds" -> BigInteger.valueOf(parameters.minRampSeconds());
      case "licenceSeconds" -> BigInteger.valueOf(parameters.licenceSeconds());
      case "lapseCeilingBps" -> BigInteger.valueOf(parameters.lapseCeilingBps());
      case "lapseRampSeconds" -> BigInteger.valueOf(parameters.lapseRampSeconds());
      case "lapseStaggerSeconds" -> BigInteger.valueOf(parameters.lapseStaggerSeconds());
      default ->
          throw new RuleViolation(
              Rule.DEPLOYMENT_CODE_MISMATCH, "this program knows no parameter named " + name);
    };
  }
}
