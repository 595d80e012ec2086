package org.softpause.protocol.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonInteger;

/**
 * The EIP-712 domain: the one registry that a decision is for (protocol "What can be decided").
 *
 * @param chainId 1..2^53−1, so that JSON holds it
 */
public record Eip712Domain(long chainId, Address registry) {
  private static final Bytes32 TYPE =
      StructHash.type(
          "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
  private static final Bytes32 NAME = Keccak256.hash("Softpause".getBytes(UTF_8));
  private static final Bytes32 VERSION = Keccak256.hash("1".getBytes(UTF_8));

  public Eip712Domain {
    if (chainId < 1 || chainId > JsonInteger.MAX) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "chain id " + chainId + " is outside 1..2^53-1");
    }
  }

  public Bytes32 separator() {
    return new StructHash(TYPE)
        .bytes32(NAME)
        .bytes32(VERSION)
        .uint(chainId)
        .address(registry)
        .hash();
  }

  /** keccak256(0x1901 ‖ separator ‖ hashStruct). */
  Bytes32 digest(Bytes32 structHash) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0x19);
    bytes.write(0x01);
    bytes.writeBytes(separator().bytes());
    bytes.writeBytes(structHash.bytes());
    return Keccak256.hash(bytes.toByteArray());
  }
}
