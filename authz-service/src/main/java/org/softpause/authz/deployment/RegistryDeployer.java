package org.softpause.authz.deployment;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.softpause.authz.ethereum.ConstructorAbiEncoder;
import org.softpause.authz.ethereum.EthereumClient;
import org.softpause.authz.ethereum.InclusionReceipt;
import org.softpause.authz.ethereum.NodeError;
import org.softpause.authz.ethereum.SenderKey;
import org.softpause.authz.ethereum.Simulation;
import org.softpause.authz.ethereum.UnsignedTransaction;
import org.softpause.authz.system.EthereumSettings;
import org.softpause.authz.system.RegistryReaderFactory;
import org.softpause.contracts.ImmutableRange;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryParameters;

/** Deploys a registry, then reads back what is on the chain and compares all of it. */
final class RegistryDeployer {
  private static final int ATTEMPTS = 240;
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final RegistryArtifact artifact = RegistryArtifact.load();
  private final EthereumSettings settings;
  private final EthereumClient node;
  private final SenderKey sender;
  private final Waiter waiter;

  RegistryDeployer(EthereumSettings settings, SenderKey sender, Waiter waiter) {
    this.settings = settings;
    this.node = new EthereumClient(settings);
    this.sender = sender;
    this.waiter = waiter;
  }

  /**
   * Deploys and verifies.
   *
   * @throws RuleViolation if the chain does not have what was deployed
   */
  Deployment deploy(FoundingCommittees founders, RegistryParameters parameters) throws IOException {
    long chainId = node.chainId();
    List<CommitteeKey> standing = founders.standingKeys();
    List<CommitteeKey> emergency = founders.emergencyKeys();
    InclusionReceipt receipt =
        send(chainId, ConstructorAbiEncoder.creation(artifact, parameters, standing, emergency));
    long number = receipt.blockNumber();
    BlockRef block =
        node.block(number).orElseThrow(() -> new IOException("block " + number + " is gone"));
    Address address = receipt.created().orElseThrow();
    Genesis genesis =
        new Genesis(
            new Eip712Domain(chainId, address), block.timestamp(), parameters, standing, emergency);
    RegistryReader reader = new RegistryReaderFactory(settings).reader(address);
    byte[] code = reader.code(block);
    requireArtifact(code, parameters);
    if (!reader.head(block).equals(genesis.head0())) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_HEAD_MISMATCH, "the genesis gives head_0 " + genesis.head0());
    }
    Deployment deployment =
        new Deployment(
            genesis, number, Keccak256.hash(code), founders.rosters(), founders.possessions());
    reader.check(deployment);
    return deployment;
  }

  private InclusionReceipt send(long chainId, String data) throws IOException {
    byte[] raw =
        sender.sign(
            new UnsignedTransaction(
                chainId,
                node.nonce(sender.address()),
                gasLimit(data),
                Optional.empty(),
                data,
                node.fees()));
    Optional<NodeError> objection = node.send(raw);
    if (objection.isPresent()) {
      throw new IOException("the node refuses the deployment: " + objection.get().message());
    }
    return included(Keccak256.hash(raw));
  }

  private long gasLimit(String data) throws IOException {
    return switch (node.simulateCreation(sender.address(), data)) {
      case Simulation.Passes passes -> passes.gasWithRoom();
      case Simulation.Reverts reverts ->
          throw new IOException("the chain would not take the registry: " + reverts.error());
    };
  }

  private InclusionReceipt included(Bytes32 transaction) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<InclusionReceipt> receipt = node.receipt(transaction);
      if (receipt.isPresent()) {
        if (!receipt.get().succeeded()) {
          throw new IOException("the deployment " + transaction + " was included and reverted");
        }
        return receipt.get();
      }
      pause();
    }
    throw new IOException("the deployment " + transaction + " is not included after a minute");
  }

  private void pause() throws IOException {
    try {
      waiter.pause(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void requireArtifact(byte[] code, RegistryParameters parameters) {
    boolean same =
        code.length == artifact.runtimeLength()
            && Keccak256.hash(artifact.withoutImmutables(code))
                .equals(Bytes32.of(artifact.runtimeHash()));
    if (!same) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_CODE_MISMATCH, "the deployed code is not the registry of this build");
    }
    for (ImmutableRange range : artifact.immutables()) {
      BigInteger word = new BigInteger(1, code, range.start(), range.length());
      if (!word.equals(parameters.named(range.name()))) {
        throw new RuleViolation(
            Rule.DEPLOYMENT_CODE_MISMATCH, range.name() + " was deployed as " + word);
      }
    }
  }
}
