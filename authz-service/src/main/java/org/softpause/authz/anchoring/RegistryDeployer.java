package org.softpause.authz.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.softpause.authz.system.EthereumSettings;
import org.softpause.authz.system.RegistryReaderFactory;
import org.softpause.contracts.ImmutableRange;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryParameters;
import org.web3j.abi.FunctionEncoder;
import org.web3j.crypto.RawTransaction;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.TransactionReceipt;

/** Deploys a registry, then reads back what was deployed and compares all of it. */
final class RegistryDeployer {
  private static final int LOOKS = 240;
  private static final long LOOK_EVERY_MILLIS = 250;

  private final RegistryArtifact artifact = RegistryArtifact.load();
  private final EthereumSettings settings;
  private final EthereumClient chain;
  private final SenderKey sender;

  RegistryDeployer(EthereumSettings settings, SenderKey sender) {
    this.settings = settings;
    this.chain = new EthereumClient(settings);
    this.sender = sender;
  }

  /**
   * Deploys and verifies.
   *
   * @throws RuleViolation if what is on the chain is not what was meant
   */
  Deployment deploy(FoundingCommittees founders, RegistryParameters parameters) throws IOException {
    long chainId = EthereumClient.ask(chain.web3j().ethChainId()).getChainId().longValueExact();
    List<CommitteeKey> standing = founders.standingKeys();
    List<CommitteeKey> emergency = founders.emergencyKeys();
    TransactionReceipt receipt =
        send(chainId, creation(ConstructorAbiEncoder.of(parameters), standing, emergency));
    long number = receipt.getBlockNumber().longValueExact();
    BlockRef block =
        chain.block(number).orElseThrow(() -> new IOException("block " + number + " is gone"));
    Address address = Address.parse(receipt.getContractAddress());
    Genesis genesis =
        new Genesis(
            new Eip712Domain(chainId, address), block.timestamp(), parameters, standing, emergency);
    RegistryReader reader = new RegistryReaderFactory(settings).reader(address);
    byte[] code = reader.code(block);
    requireArtifact(code, parameters);
    if (!reader.head(block).equals(genesis.head0())) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_HEAD_MISMATCH, "head_0 is reckoned " + genesis.head0());
    }
    Deployment deployment =
        new Deployment(
            genesis, number, Keccak256.hash(code), founders.rosters(), founders.possessions());
    reader.check(deployment);
    return deployment;
  }

  private String creation(
      PauseRegistry.Parameters parameters,
      List<CommitteeKey> standing,
      List<CommitteeKey> emergency) {
    return Hex.encode(artifact.creationCode())
        + FunctionEncoder.encodeConstructor(
            List.of(
                parameters,
                ConstructorAbiEncoder.of(standing),
                ConstructorAbiEncoder.of(emergency)));
  }

  private TransactionReceipt send(long chainId, String data) throws IOException {
    String from = sender.address().toString();
    var estimate =
        chain
            .web3j()
            .ethEstimateGas(
                Transaction.createContractTransaction(
                    from, null, null, null, BigInteger.ZERO, data))
            .send();
    if (estimate.hasError()) {
      String error =
          RevertDecoder.name(estimate.getError().getData(), estimate.getError().getMessage());
      throw new IOException("the chain would not take the registry: " + error);
    }
    Fees fees = chain.fees();
    byte[] raw =
        sender.sign(
            RawTransaction.createTransaction(
                chainId,
                BigInteger.valueOf(chain.nonce(sender.address())),
                estimate.getAmountUsed().multiply(BigInteger.valueOf(5)).shiftRight(2),
                "",
                BigInteger.ZERO,
                data,
                fees.priority(),
                fees.max()));
    var objection = chain.send(raw);
    if (objection.isPresent()) {
      throw new IOException("the node objects: " + objection.get());
    }
    return included(Keccak256.hash(raw));
  }

  private TransactionReceipt included(Bytes32 transaction) throws IOException {
    for (int look = 0; look < LOOKS; look++) {
      var receipt = chain.receipt(transaction);
      if (receipt.isPresent()) {
        if (!receipt.get().isStatusOK()) {
          throw new IOException("the deployment " + transaction + " was refused");
        }
        return receipt.get();
      }
      pause();
    }
    throw new IOException("the deployment " + transaction + " is not included after a minute");
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
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
          Rule.DEPLOYMENT_CODE_MISMATCH, "the code deployed is not this build's registry");
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
