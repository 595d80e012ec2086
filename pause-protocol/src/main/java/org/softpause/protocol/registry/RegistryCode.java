package org.softpause.protocol.registry;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * The published runtime bytecode of the registry contract, which code from a chain is compared
 * with.
 *
 * @param length number of bytes
 * @param hash Keccak-256 of the code with every immutable set to zero
 * @param immutables the words that the constructor wrote into the code
 */
public record RegistryCode(int length, Bytes32 hash, List<Immutable> immutables) {
  /**
   * A word of the code that holds a registry parameter.
   *
   * @param parameter the parameter's name, such as {@code leadSeconds}
   * @param start offset of the first byte
   * @param length number of bytes
   */
  public record Immutable(String parameter, int start, int length) {}

  public RegistryCode {
    immutables = List.copyOf(immutables);
  }

  /**
   * Compares code from a chain with the published code and its immutables with the parameters.
   *
   * @throws RuleViolation {@link Rule#DEPLOYMENT_CODE_MISMATCH}
   */
  public void check(byte[] code, RegistryParameters parameters) {
    requirePublished(code);
    for (Immutable immutable : immutables) {
      BigInteger found = new BigInteger(1, code, immutable.start(), immutable.length());
      BigInteger stated = parameters.named(immutable.parameter());
      if (!found.equals(stated)) {
        throw mismatch(
            "the code has %s %s, the registry states %s"
                .formatted(immutable.parameter(), found, stated));
      }
    }
  }

  /**
   * Compares code from a chain with the published code, whatever its immutables hold.
   *
   * @throws RuleViolation {@link Rule#DEPLOYMENT_CODE_MISMATCH}
   */
  public void requirePublished(byte[] code) {
    if (code.length == 0) {
      throw mismatch("there is no contract at the address");
    }
    if (code.length != length) {
      throw mismatch("the code has " + code.length + " bytes, the published code " + length);
    }
    Bytes32 found = Keccak256.hash(withoutImmutables(code));
    if (!found.equals(hash)) {
      throw mismatch("the code has the hash " + found + ", the published code " + hash);
    }
  }

  private byte[] withoutImmutables(byte[] code) {
    byte[] zeroed = code.clone();
    for (Immutable immutable : immutables) {
      int end = immutable.start() + immutable.length();
      Arrays.fill(zeroed, immutable.start(), end, (byte) 0);
    }
    return zeroed;
  }

  private static RuleViolation mismatch(String detail) {
    return new RuleViolation(Rule.DEPLOYMENT_CODE_MISMATCH, detail);
  }
}
