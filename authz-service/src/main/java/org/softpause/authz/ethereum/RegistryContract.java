package org.softpause.authz.ethereum;

import java.io.IOException;
import java.math.BigInteger;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.Address;
import org.softpause.protocol.registry.Certificate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.web3j.protocol.Web3j;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;

/** Encodes calls of the registry contract and asks the node whether it would take them. */
@Lazy
@Component
public class RegistryContract {
  /** Several times what a rotation of five committees to five others takes. */
  private static final long MOST_GAS = 3_000_000;

  private final EthereumClient node;
  private final ServedRegistry registry;

  RegistryContract(EthereumClient node, ServedRegistry registry) {
    this.node = node;
    this.registry = registry;
  }

  /**
   * Whether the registry would take this certificate from this sender.
   *
   * @throws NodeErrorException for an estimate beyond what any decision needs; a transaction signed
   *     for it would be refused by every node, and would hold up its nonce
   */
  public Simulation simulate(Address sender, Certificate certificate) throws IOException {
    Simulation simulation = node.simulate(sender, address(), callData(certificate));
    if (simulation instanceof Simulation.Passes passes && passes.gas() > MOST_GAS) {
      throw new NodeErrorException(
          "eth_estimateGas",
          new NodeError(
              0, passes.gas() + " gas, though no decision needs more than " + MOST_GAS, null));
    }
    return simulation;
  }

  /** Call data that anchors a certificate, hex. */
  public String callData(Certificate certificate) {
    Web3j web3j = node.web3j();
    PauseRegistry contract =
        PauseRegistry.load(
            address().toString(),
            web3j,
            new ReadonlyTransactionManager(web3j, address().toString()),
            new StaticGasProvider(BigInteger.ZERO, BigInteger.ZERO));
    return CertificateAbiCodec.callData(contract, certificate);
  }

  /** The contract's address. */
  public Address address() {
    return registry.require().domain().registry();
  }
}
