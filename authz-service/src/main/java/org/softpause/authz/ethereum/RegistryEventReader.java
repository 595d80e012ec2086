package org.softpause.authz.ethereum;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.mirror.LoggedEntry;
import org.softpause.authz.mirror.RegistryEventSource;
import org.softpause.authz.system.RegistryReaderFactory;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.LogEntry;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.web3j.abi.EventEncoder;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;

/** Reads the registry's events and head from the node, in the protocol's types. */
@Lazy
@Component
class RegistryEventReader implements RegistryEventSource {
  private static final String PAUSE = EventEncoder.encode(PauseRegistry.PAUSEANCHORED_EVENT);
  private static final String LIFT = EventEncoder.encode(PauseRegistry.LIFTANCHORED_EVENT);
  private static final String WITHDRAW = EventEncoder.encode(PauseRegistry.WITHDRAWANCHORED_EVENT);
  private static final String RENEW = EventEncoder.encode(PauseRegistry.RENEWANCHORED_EVENT);
  private static final String ROTATE = EventEncoder.encode(PauseRegistry.ROTATEANCHORED_EVENT);

  private final EthereumClient node;
  private final RegistryReaderFactory readers;
  private final ServedRegistry registry;

  RegistryEventReader(EthereumClient node, RegistryReaderFactory readers, ServedRegistry registry) {
    this.node = node;
    this.readers = readers;
    this.registry = registry;
  }

  @Override
  public long chainId() throws IOException {
    return node.chainId();
  }

  @Override
  public BlockRef latest() throws IOException {
    return node.latest();
  }

  @Override
  public Optional<BlockRef> finalised() throws IOException {
    return node.finalised();
  }

  @Override
  public BlockRef block(long number) throws IOException {
    return node.block(number)
        .filter(block -> block.number() == number)
        .orElseThrow(() -> new IOException("the node has no block " + number));
  }

  @Override
  public Bytes32 head(BlockRef block) throws IOException {
    return readers.reader(domain().registry()).head(block);
  }

  @Override
  public long gasUsed(Bytes32 transaction) throws IOException {
    return node.receipt(transaction)
        .orElseThrow(() -> new IOException("the node has no receipt of " + transaction))
        .gasUsed();
  }

  @Override
  public List<LoggedEntry> entries(long from, long to) throws IOException {
    EthFilter filter =
        new EthFilter(parameter(from), parameter(to), domain().registry().toString());
    filter.addOptionalTopics(PAUSE, LIFT, WITHDRAW, RENEW, ROTATE);
    List<LoggedEntry> entries = new ArrayList<>();
    long last = from;
    for (EthLog.LogResult<?> result : node.logs(filter)) {
      if (result.get() instanceof Log log && !log.isRemoved()) {
        LoggedEntry entry = entry(log);
        if (entry.blockNumber() < last || entry.blockNumber() > to) {
          throw new IOException("eth_getLogs: the events are not those asked for, in order");
        }
        last = entry.blockNumber();
        entries.add(entry);
      }
    }
    return entries;
  }

  /** Whatever the decoder fails at is the node's doing: no registry emits it. */
  private LoggedEntry entry(Log log) throws IOException {
    try {
      Anchored anchored = decode(log);
      return new LoggedEntry(
          anchored.entry(),
          anchored.head(),
          log.getBlockNumber().longValueExact(),
          Bytes32.parse(log.getBlockHash()),
          Bytes32.parse(log.getTransactionHash()));
    } catch (RuleViolation broken) {
      throw broken;
    } catch (RuntimeException malformed) {
      throw new IOException("eth_getLogs: an event cannot be read", malformed);
    }
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
    if (topic.equals(WITHDRAW)) {
      var event = PauseRegistry.getWithdrawAnchoredEventFromLog(log);
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
