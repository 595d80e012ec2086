package org.softpause.signer.registry;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.softpause.contracts.ImmutableRange;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.json.JsonBoolean;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.proof.BlockTag;
import org.softpause.protocol.proof.JsonRpc;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.proof.RpcException;
import org.softpause.protocol.registry.Deployment;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.SignerState;
import tools.jackson.databind.JsonNode;

/**
 * The checks that a deployment must pass before a signer serves its registry. The file was found
 * consistent when it was parsed (head_0, rosters, proofs of possession); here it must agree with
 * this signer's own ceremony, with the contract that this program was built with, and with the
 * chain.
 */
public final class DeploymentCheck {
  private final Deployment deployment;
  private final RegistryArtifact artifact;

  public DeploymentCheck(Deployment deployment, RegistryArtifact artifact) {
    this.deployment = deployment;
    this.artifact = artifact;
  }

  /**
   * Requires that this signer's committee is one of those that the registry was deployed with.
   *
   * @throws RuleViolation DEPLOYMENT_NOT_OURS
   */
  public void requireOwnCommittee(SignerState state) {
    List<CommitteeKey> committees =
        Stream.concat(
                deployment.genesis().standing().stream(), deployment.genesis().emergency().stream())
            .toList();
    boolean ours =
        state.seats().stream()
            .filter(CeremonySeat::holdsShare)
            .anyMatch(seat -> committees.stream().anyMatch(key -> isOf(seat, key)));
    if (!ours) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_NOT_OURS, "no committee of the registry is one of this signer's");
    }
  }

  /** A founder's seat has the committee's roster; a seat made by a resharing has its key. */
  private static boolean isOf(CeremonySeat seat, CommitteeKey committee) {
    Roster roster = seat.roster().orElseThrow();
    return committee.key().equals(roster.groupKey())
        && committee.civil() == roster.civil()
        && (seat.succeeds().isPresent() || committee.roster().equals(roster.hash()));
  }

  /**
   * Requires that the chain runs this program's contract, constructed with the file's values.
   *
   * @throws RuleViolation WRONG_CHAIN, DEPLOYMENT_CODE_MISMATCH or DEPLOYMENT_NOT_ON_CHAIN
   */
  public void requireOnChain(OwnNode node) {
    node.ask(
        reader -> {
          reader.check(deployment);
          requireCode(reader);
          requireConstructor(node.rpc());
          return deployment;
        });
  }

  private void requireCode(RegistryReader reader) throws RpcException {
    byte[] code = reader.code(reader.block(BlockTag.LATEST));
    if (code.length != artifact.runtimeLength()
        || !Keccak256.hash(artifact.withoutImmutables(code))
            .equals(Bytes32.of(artifact.runtimeHash()))) {
      throw mismatch("the code is not this program's registry contract");
    }
    artifact.immutables().forEach(range -> requireImmutable(code, range));
  }

  /** Requires that the constructor wrote the values of the Genesis event into the code. */
  private void requireImmutable(byte[] code, ImmutableRange range) {
    byte[] word = Arrays.copyOfRange(code, range.start(), range.start() + range.length());
    if (!deployment.genesis().parameters().named(range.name()).equals(new BigInteger(1, word))) {
      throw mismatch("the code holds another " + range.name() + " than the file");
    }
  }

  /**
   * The code alone does not show what its constructor put into storage. So the transaction that
   * created the contract must carry this program's creation code; head_0 in its event covers the
   * arguments.
   */
  private void requireConstructor(JsonRpc rpc) throws RpcException {
    String number = "0x" + Long.toHexString(deployment.deploymentBlock());
    JsonNode block =
        rpc.call("eth_getBlockByNumber", new JsonString(number), new JsonBoolean(true));
    String creation = "0x" + HexFormat.of().formatHex(artifact.creationCode());
    for (JsonNode transaction : block.path("transactions")) {
      if (transaction.path("input").asString("").startsWith(creation)
          && isOurs(rpc, transaction.path("hash").asString(""))) {
        return;
      }
    }
    throw mismatch("its deployment block holds no transaction that made it with our constructor");
  }

  private boolean isOurs(JsonRpc rpc, String transaction) throws RpcException {
    JsonNode receipt = rpc.call("eth_getTransactionReceipt", new JsonString(transaction));
    return receipt
        .path("contractAddress")
        .asString("")
        .equalsIgnoreCase(deployment.domain().registry().toString());
  }

  private static RuleViolation mismatch(String detail) {
    return new RuleViolation(Rule.DEPLOYMENT_CODE_MISMATCH, detail);
  }
}
