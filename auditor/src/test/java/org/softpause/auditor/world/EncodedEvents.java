package org.softpause.auditor.world;

import java.util.ArrayList;
import java.util.List;
import org.softpause.contracts.web3j.PauseRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.LogEntry;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Event;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint48;

/** Encodes registry events with web3j, as the contract emits them. */
public final class EncodedEvents {
  private EncodedEvents() {}

  public static EventLog genesis(Genesis genesis) {
    return log(
        PauseRegistry.GENESIS_EVENT,
        List.of(genesis.head0()),
        List.of(
            new Uint256(AbiValues.big(genesis.domain().chainId())),
            new Uint48(AbiValues.big(genesis.deployedAt())),
            new Uint48(AbiValues.big(until(genesis))),
            AbiValues.parameters(genesis.parameters()),
            AbiValues.committees(genesis.standing()),
            AbiValues.committees(genesis.emergency())),
        0);
  }

  /** The end of the operating licence at the deployment. */
  public static long until(Genesis genesis) {
    return genesis.deployedAt() + genesis.parameters().licenceSeconds();
  }

  /** Encodes the event of an entry that leads to this head. */
  public static EventLog anchored(LogEntry entry, Bytes32 head) {
    return log(
        event(entry.certificate().decision()),
        List.of(entry.certificate().id(), word(entry.sequence())),
        List.of(
            new Uint48(AbiValues.big(entry.anchoredAt())),
            new org.web3j.abi.datatypes.generated.Bytes32(head.bytes()),
            AbiValues.decision(entry.certificate().decision()),
            AbiValues.signatures(entry.certificate().signatures())),
        entry.sequence());
  }

  private static Event event(Decision decision) {
    return switch (decision) {
      case Pause pause -> PauseRegistry.PAUSEANCHORED_EVENT;
      case Lift lift -> PauseRegistry.LIFTANCHORED_EVENT;
      case Withdraw withdraw -> PauseRegistry.WITHDRAWANCHORED_EVENT;
      case Renew renew -> PauseRegistry.RENEWANCHORED_EVENT;
      case Rotate rotate -> PauseRegistry.ROTATEANCHORED_EVENT;
    };
  }

  private static Bytes32 word(long value) {
    return Bytes32.parse("0x%064x".formatted(value));
  }

  @SuppressWarnings("rawtypes") // web3j's own
  private static EventLog log(Event event, List<Bytes32> indexed, List<Type> data, long block) {
    List<Bytes32> topics = new ArrayList<>();
    topics.add(Bytes32.parse(EventEncoder.encode(event)));
    topics.addAll(indexed);
    String hex = FunctionEncoder.encodeConstructor(data);
    return new EventLog(
        topics,
        Hex.parse(hex.startsWith("0x") ? hex : "0x" + hex),
        new EventLog.Place(block, word(block), word(block + 1), 0));
  }
}
