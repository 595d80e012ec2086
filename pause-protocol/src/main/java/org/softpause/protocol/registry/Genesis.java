package org.softpause.protocol.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.softpause.protocol.AbiEncoder;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.CommitteeRules;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.MandateName;

/**
 * What a registry is deployed with, hashed into head_0 (protocol "Registry").
 *
 * @param deployedAt the constructor's block timestamp, Unix seconds
 * @param standing 1 to 5 committees strictly ascending by x, at least one of them civil
 * @param emergency 0 to 5 committees strictly ascending by x
 */
public record Genesis(
    Eip712Domain domain,
    long deployedAt,
    RegistryParameters parameters,
    List<CommitteeKey> standing,
    List<CommitteeKey> emergency) {
  private static final int HEAD_WORDS = 13;

  /** The chain id of Anvil and Hardhat. */
  private static final long TEST_CHAIN = 31_337;

  private static final Bytes32 TAG = Keccak256.hash("softpause-genesis-v1".getBytes(UTF_8));

  /** Checks what concerns the deployment as a whole; its parts have checked themselves. */
  public Genesis {
    standing = List.copyOf(standing);
    emergency = List.copyOf(emergency);
    if (deployedAt < 0 || deployedAt >= 1L << 48) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "deployedAt is a uint48");
    }
    if (parameters.leadSeconds() == 0 && domain.chainId() != TEST_CHAIN) {
      throw new RuleViolation(
          Rule.LEAD_TOO_SHORT, "leadSeconds 0 is for tests, on chain " + TEST_CHAIN + " only");
    }
    CommitteeRules.require(MandateName.STANDING, standing);
    CommitteeRules.require(MandateName.EMERGENCY, emergency);
  }

  public List<CommitteeKey> committees(MandateName mandate) {
    return mandate == MandateName.STANDING ? standing : emergency;
  }

  /**
   * The head of the empty log: keccak256 of the abi.encode that the protocol page gives, head_0.
   */
  public Bytes32 head0() {
    AbiEncoder standingTail = array(standing);
    long standingOffset = (long) HEAD_WORDS * AbiEncoder.WORD;
    AbiEncoder words =
        new AbiEncoder()
            .bytes32(TAG)
            .uint(domain.chainId())
            .address(domain.registry())
            .uint(deployedAt)
            .append(words(parameters))
            .uint(standingOffset)
            .uint(standingOffset + standingTail.length())
            .append(standingTail)
            .append(array(emergency));
    return Keccak256.hash(words.toBytes());
  }

  private static AbiEncoder words(RegistryParameters p) {
    return new AbiEncoder()
        .uint(p.exemptBelowPflops().bits())
        .uint(p.leadSeconds())
        .uint(p.minRampSeconds())
        .uint(p.licenceSeconds())
        .uint(p.lapseCeilingBps())
        .uint(p.lapseRampSeconds())
        .uint(p.lapseStaggerSeconds());
  }

  private static AbiEncoder array(List<CommitteeKey> committees) {
    AbiEncoder words = new AbiEncoder().uint(committees.size());
    for (CommitteeKey committee : committees) {
      words
          .bytes32(committee.x())
          .bytes32(committee.y())
          .bool(committee.civil())
          .bytes32(committee.roster());
    }
    return words;
  }
}
