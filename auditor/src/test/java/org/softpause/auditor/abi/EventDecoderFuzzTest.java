package org.softpause.auditor.abi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.auditor.world.EncodedEvents;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.event.EventDecoder;
import org.softpause.protocol.event.RegistryEvent;
import org.softpause.protocol.fixture.RandomDecisions;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.proof.EventLog;
import org.softpause.protocol.registry.LogEntry;

/** Fuzzes single events; the input holds the number of topics, the topics and the data. */
class EventDecoderFuzzTest {
  private static final EventDecoder DECODER = new EventDecoder(TestRegistry.DOMAIN);
  private static final EventLog.Place PLACE = new EventLog.Place(7, Bytes32.ZERO, Bytes32.ZERO, 0);
  private static final int MAX_TOPICS = 4;

  static Stream<byte[]> seeds() {
    RandomDecisions random = new RandomDecisions(20_261_123);
    return Stream.concat(
            Stream.of(EncodedEvents.genesis(TestRegistry.genesis())),
            Stream.<Decision>of(random.pause(), random.lift(), random.renew(), random.rotate())
                .map(decision -> new LogEntry(7, 1_800_000_123L, TestRegistry.certify(decision)))
                .map(entry -> EncodedEvents.anchored(entry, entry.certificate().id())))
        .map(EventDecoderFuzzTest::bytes);
  }

  private static byte[] bytes(EventLog log) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(log.topics().size());
    log.topics().forEach(topic -> out.writeBytes(topic.bytes()));
    out.writeBytes(log.data());
    return out.toByteArray();
  }

  private static EventLog event(byte[] input) {
    int room = Math.max(0, input.length - 1) / Bytes32.LENGTH;
    int count = input.length == 0 ? 0 : Math.min(input[0] & MAX_TOPICS - 1, room);
    List<Bytes32> topics = new ArrayList<>();
    int at = Math.min(1, input.length);
    for (int i = 0; i < count; i++, at += Bytes32.LENGTH) {
      topics.add(Bytes32.of(Arrays.copyOfRange(input, at, at + Bytes32.LENGTH)));
    }
    return new EventLog(topics, Arrays.copyOfRange(input, at, input.length), PLACE);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyEventIsRefusedOrIsTheOneEncodingOfWhatItSays(byte[] input) {
    EventLog log = event(input);
    try {
      assertThat(again(DECODER.decode(log))).isEqualTo(log.data());
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }

  /** Encodes the decoded event again with web3j. */
  private static byte[] again(RegistryEvent event) {
    return switch (event) {
      case RegistryEvent.Genesis genesis -> {
        if (genesis.operatingUntil() != EncodedEvents.until(genesis.genesis())) {
          throw new RuleViolation(Rule.EVENT_MALFORMED, "an end that no registry would state");
        }
        yield EncodedEvents.genesis(genesis.genesis()).data();
      }
      case RegistryEvent.Anchored anchored ->
          EncodedEvents.anchored(anchored.entry(), anchored.head()).data();
    };
  }
}
