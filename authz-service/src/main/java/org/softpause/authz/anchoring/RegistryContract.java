package org.softpause.authz.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.web3j.abi.EventEncoder;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.core.methods.response.TransactionReceipt;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;

/** The registry's functions and events in the protocol's types. */
@Lazy
@Component
class RegistryContract {
  private static final String PAUSE = EventEncoder.encode(PauseRegistry.PAUSEANCHORED_EVENT);
  private static final String LIFT = EventEncoder.encode(PauseRegistry.LIFTANCHORED_EVENT);
  private static final String RENEW = EventEncoder.encode(PauseRegistry.RENEWANCHORED_EVENT);
  private static final String ROTATE = EventEncoder.encode(PauseRegistry.ROTATEANCHORED_EVENT);

  private final EthereumClient chain;
  private final ServedRegistry registry;

  RegistryContract(EthereumClient chain, ServedRegistry registry) {
    this.chain = chain;
    this.registry = registry;
  }

  /** Whether the registry would take this certificate from this sender. */
  Simulation simulate(Address sender, Certificate certificate) throws IOException {
    return chain.simulate(sender, address(), callData(certificate));
  }

  String callData(Certificate certificate) {
    PauseRegistry contract =
        PauseRegistry.load(
            address().toString(),
            chain.web3j(),
            new ReadonlyTransactionManager(chain.web3j(), address().toString()),
            new StaticGasProvider(BigInteger.ZERO, BigInteger.ZERO));
    return CertificateAbiCodec.callData(contract, certificate);
  }

  Address address() {
    return domain().registry();
  }

  /** What the registry anchored within these blocks, both included, in order. */
  List<AnchoredEntry> entries(long from, long to) throws IOException {
    EthFilter filter = new EthFilter(parameter(from), parameter(to), address().toString());
    filter.addOptionalTopics(PAUSE, LIFT, RENEW, ROTATE);
    List<AnchoredEntry> entries = new ArrayList<>();
    for (EthLog.LogResult<?> result :
        EthereumClient.ask(chain.web3j().ethGetLogs(filter)).getLogs()) {
      if (result.get() instanceof Log log && !log.isRemoved()) {
        entries.add(entry(log));
      }
    }
    return entries;
  }

  private AnchoredEntry entry(Log log) throws IOException {
    Bytes32 transaction = Bytes32.parse(log.getTransactionHash());
    TransactionReceipt receipt =
        chain
            .receipt(transaction)
            .orElseThrow(() -> new IOException("no receipt of " + transaction + " yet"));
    Anchored anchored = decode(log);
    return new AnchoredEntry(
        anchored.entry(),
        anchored.head(),
        log.getBlockNumber().longValueExact(),
        Bytes32.parse(log.getBlockHash()),
        transaction,
        receipt.getGasUsed().longValueExact());
  }

  /** What an event says: the entry, and the head after it. */
  private record Anchored(LogEntry entry, Bytes32 head) {}

  private Anchored decode(Log log) {
    String topic = log.getTopics().getFirst();
    if (topic.equals(PAUSE)) {
      var event = PauseRegistry.getPauseAnchoredEventFromLog(log);
      return new Anchored(CertificateAbiCodec.entry(domain(), event), Bytes32.of(event.head));
    }
    if (topic.equals(LIFT)) {
      var event = PauseRegistry.getLiftAnchoredEventFromLog(log);
      return new Anchored(CertificateAbiCodec.entry(domain(), event), Bytes32.of(event.head));
    }
    if (topic.equals(RENEW)) {
      var event = PauseRegistry.getRenewAnchoredEventFromLog(log);
      return new Anchored(CertificateAbiCodec.entry(domain(), event), Bytes32.of(event.head));
    }
    var event = PauseRegistry.getRotateAnchoredEventFromLog(log);
    return new Anchored(CertificateAbiCodec.entry(domain(), event), Bytes32.of(event.head));
  }

  private Eip712Domain domain() {
    return registry.require().domain();
  }

  private static DefaultBlockParameter parameter(long block) {
    return DefaultBlockParameter.valueOf(BigInteger.valueOf(block));
  }
}
