package org.softpause.auditor.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.auditor.world.EncodedEvents;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.event.EventDecoder;
import org.softpause.protocol.event.RegistryEvent;
import org.softpause.protocol.fixture.Mutation;
import org.softpause.protocol.fixture.RandomDecisions;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;

class EventDecoderTest {
  private static final EventDecoder DECODER = new EventDecoder(TestRegistry.DOMAIN);
  private static final Bytes32 HEAD = Bytes32.parse("0x" + "5".repeat(64));

  private static Stream<Decision> decisions() {
    RandomDecisions random = new RandomDecisions(20_261_123);
    return IntStream.range(0, 25)
        .boxed()
        .flatMap(any -> Stream.of(random.pause(), random.lift(), random.renew(), random.rotate()));
  }

  private static LogEntry entry(Decision decision) {
    Bytes32 id = decision.id(TestRegistry.DOMAIN);
    List<Signature> signatures =
        TestRegistry.committees(decision.mandate()).stream().map(body -> body.sign(id)).toList();
    return new LogEntry(
        7, 1_800_000_123L, new Certificate(TestRegistry.DOMAIN, decision, signatures));
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void whatWeb3jEncodesIsRead(Decision decision) {
    LogEntry entry = entry(decision);
    assertThat(DECODER.decode(EncodedEvents.anchored(entry, HEAD)))
        .isEqualTo(new RegistryEvent.Anchored(entry.certificate().id(), HEAD, entry));
  }

  /** If a value had two encodings, a node could show one decision in two ways. */
  @ParameterizedTest
  @MethodSource("decisions")
  void noOtherBytesMeanAnything(Decision decision) {
    EventLog log = EncodedEvents.anchored(entry(decision), HEAD);
    long seed = decision.hashCode();
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      byte[] changed = Mutation.of(log.data(), random);
      RegistryEvent event;
      try {
        event = DECODER.decode(new EventLog(log.topics(), changed, log.place()));
      } catch (RuleViolation refused) {
        continue;
      }
      assertThat(event).isInstanceOf(RegistryEvent.Anchored.class);
      RegistryEvent.Anchored read = (RegistryEvent.Anchored) event;
      assertThat(EncodedEvents.anchored(read.entry(), read.head()).data())
          .as("seed %d, change %d", seed, i)
          .isEqualTo(changed);
    }
  }

  @Test
  void genesisIsRead() {
    EventLog log = EncodedEvents.genesis(TestRegistry.genesis());
    assertThat(DECODER.decode(log))
        .isEqualTo(
            new RegistryEvent.Genesis(
                TestRegistry.genesis().head0(), TestRegistry.DEPLOYED_AT, TestRegistry.genesis()));
  }

  @Test
  void dataOfNoEndIsRefusedBeforeItIsRead() {
    EventLog log = EncodedEvents.genesis(TestRegistry.genesis());
    byte[] endless = new byte[EventDecoder.MAX_BYTES + 1];
    assertRefused(
        Rule.EVENT_MALFORMED,
        () -> DECODER.decode(new EventLog(log.topics(), endless, log.place())));
  }

  @Test
  void anUnknownEventAndAMissingTopicAreRefused() {
    EventLog log = EncodedEvents.genesis(TestRegistry.genesis());
    for (List<Bytes32> topics :
        List.of(List.<Bytes32>of(), List.of(HEAD), List.of(log.topics().getFirst()))) {
      assertRefused(
          Rule.EVENT_MALFORMED,
          () -> DECODER.decode(new EventLog(topics, log.data(), log.place())));
    }
  }
}
