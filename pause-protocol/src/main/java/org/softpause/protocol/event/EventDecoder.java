package org.softpause.protocol.event;

import java.util.List;
import java.util.function.Function;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;

/** Decodes the events of one registry from the topics and data of Ethereum logs. */
public final class EventDecoder {
  /** No event is larger: the largest has 32 regions, ten committees and ten signatures. */
  public static final int MAX_BYTES = 8_192;

  private static final int MAX_SIGNATURES = 10;
  private static final int SIGNATURE_WORDS = 3;

  /** The head words of anchoredAt, head, a dynamic decision and the signatures. */
  private static final int DYNAMIC_WORDS = 4;

  /** The head words of anchoredAt, head and the signatures, beside a decision of fixed size. */
  private static final int FIXED_WORDS = 3;

  private final Eip712Domain registry;

  public EventDecoder(Eip712Domain registry) {
    this.registry = registry;
  }

  /**
   * Decodes one event.
   *
   * @throws RuleViolation {@link Rule#EVENT_MALFORMED}, or the first rule that a value breaks by
   *     itself
   */
  public RegistryEvent decode(EventLog log) {
    byte[] data = log.data();
    if (data.length > MAX_BYTES) {
      throw new RuleViolation(
          Rule.EVENT_MALFORMED, data.length + " bytes of data, at most " + MAX_BYTES);
    }
    EventKind kind =
        EventKind.of(log.topics())
            .orElseThrow(
                () -> new RuleViolation(Rule.EVENT_MALFORMED, "not an event of a registry"));
    return switch (kind) {
      case GENESIS -> GenesisDecoder.decode(registry, log.topics().get(1), data);
      case PAUSE -> dynamic(log, data, DecisionDecoder.PAUSE_WORDS, DecisionDecoder::pause);
      case LIFT -> fixed(log, data, DecisionDecoder.LIFT_WORDS, DecisionDecoder::lift);
      case WITHDRAW -> fixed(log, data, DecisionDecoder.WITHDRAW_WORDS, DecisionDecoder::withdraw);
      case RENEW -> fixed(log, data, DecisionDecoder.RENEW_WORDS, DecisionDecoder::renew);
      case ROTATE -> dynamic(log, data, DecisionDecoder.ROTATE_WORDS, DecisionDecoder::rotate);
    };
  }

  private RegistryEvent dynamic(
      EventLog log, byte[] data, int words, Function<AbiReader, Decision> codec) {
    return AbiReader.read(
        data, DYNAMIC_WORDS, in -> anchored(log, in, inner -> inner.tuple(words, codec)));
  }

  private RegistryEvent fixed(
      EventLog log, byte[] data, int words, Function<AbiReader, Decision> codec) {
    return AbiReader.read(data, FIXED_WORDS + words, in -> anchored(log, in, codec));
  }

  private RegistryEvent anchored(
      EventLog log, AbiReader in, Function<AbiReader, Decision> decision) {
    Bytes32 id = log.topics().get(1);
    long sequence = AbiReader.read(log.topics().get(2).bytes(), 1, topic -> topic.uint(64));
    long anchoredAt = in.uint(48);
    Bytes32 head = in.bytes32();
    Decision decided = decision.apply(in);
    List<Signature> signatures =
        in.array(MAX_SIGNATURES, SIGNATURE_WORDS, DecisionDecoder::signature);
    Certificate certificate = new Certificate(registry, decided, signatures);
    return new RegistryEvent.Anchored(id, head, new LogEntry(sequence, anchoredAt, certificate));
  }
}
