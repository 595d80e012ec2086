package org.softpause.protocol.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Rule;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.transport.TransportResponse;

/** A node may report anything; only the registry's own events, in order, are read. */
class RegistryReaderTest {
  private static final Address REGISTRY = TestRegistry.DOMAIN.registry();
  private static final Bytes32 HASH = Keccak256.hash(new byte[] {1});

  /** The code of the deployment below. */
  private static final byte[] CODE = {1, 2, 3};

  private final List<String> requests = new ArrayList<>();
  private String chainId = "0x" + Long.toHexString(TestRegistry.DOMAIN.chainId());
  private String code = Hex.encode(CODE);
  private String logs = "[]";

  private RegistryReader reader() {
    return reader(REGISTRY);
  }

  private RegistryReader reader(Address registry) {
    return new RegistryReader(
        new JsonRpc(
            request -> {
              String asked = new String(request.body().orElseThrow(), UTF_8);
              requests.add(asked);
              return new TransportResponse(200, answer(asked).getBytes(UTF_8));
            },
            URI.create("http://node"),
            Duration.ofSeconds(1),
            10_000),
        registry);
  }

  private String answer(String request) {
    String result;
    if (request.contains("eth_chainId")) {
      result = "\"" + chainId + "\"";
    } else if (request.contains("eth_getLogs")) {
      result = logs;
    } else if (request.contains("eth_getCode")) {
      result = "\"" + code + "\"";
    } else {
      result = "{\"number\":\"0x10\",\"hash\":\"" + HASH + "\",\"timestamp\":\"0x20\"}";
    }
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}";
  }

  private static String event(Address address, long block, long index, int topics) {
    String list =
        IntStream.range(0, topics)
            .mapToObj(i -> "\"" + HASH + "\"")
            .collect(Collectors.joining(","));
    return """
    {"address":"%s","topics":[%s],"data":"0x0102","blockNumber":"0x%x","blockHash":"%s",
     "transactionHash":"%s","logIndex":"0x%x"}\
    """
        .formatted(address, list, block, HASH, HASH, index);
  }

  private static String event(long block, long index) {
    return event(REGISTRY, block, index, 1);
  }

  private void refused(String why, String... events) {
    logs = "[" + String.join(",", events) + "]";
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> reader().logs(10, 12))
        .withMessageContaining(why);
  }

  private List<EventLog> read(String... events) throws RpcException {
    logs = "[" + String.join(",", events) + "]";
    return reader().logs(10, 12);
  }

  @Test
  void theEventsOfTheRangeAreReadWithBothEndsIncluded() throws RpcException {
    assertThat(read(event(10, 0), event(10, 1), event(12, 0)))
        .extracting(EventLog::place)
        .containsExactly(
            new EventLog.Place(10, HASH, HASH, 0),
            new EventLog.Place(10, HASH, HASH, 1),
            new EventLog.Place(12, HASH, HASH, 0));
    assertThat(requests.getLast())
        .contains("\"address\":\"" + REGISTRY + "\"", "\"fromBlock\":\"0xa\"")
        .contains("\"toBlock\":\"0xc\"");
    EventLog first = read(event(11, 5)).getFirst();
    assertThat(first.topics()).containsExactly(HASH);
    assertThat(first.data()).containsExactly(1, 2);
  }

  @Test
  void aBlockThatWasNotAskedForIsRefused() {
    refused("block 9 was not asked for", event(9, 0));
    refused("block 13 was not asked for", event(13, 0));
  }

  @ParameterizedTest
  @CsvSource({"11, 3, 11, 3", "11, 3, 11, 2", "11, 3, 10, 4"})
  void anEventThatDoesNotFollowTheOneBeforeIsRefused(
      long block, long index, long next, long nextIndex) {
    refused("is out of order", event(block, index), event(next, nextIndex));
  }

  @Test
  void anEventOfAnotherContractIsRefused() {
    refused("an event of another contract", event(Address.ZERO, 11, 0, 1));
    refused(
        "an event of another contract", event(11, 0).replace(REGISTRY.toString(), REGISTRY + "00"));
  }

  @Test
  void anEventThatWasTakenBackIsRefused() throws RpcException {
    String event = event(11, 0);
    refused("taken back", event.replace("{", "{\"removed\":true,"));
    assertThat(read(event.replace("{", "{\"removed\":false,"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void anEventHasUpToFourTopics(int topics) throws RpcException {
    assertThat(read(event(REGISTRY, 11, 0, topics)).getFirst().topics()).hasSize(topics);
  }

  @Test
  void anEventHasNoFifthTopicAndEachHas32Bytes() {
    refused("at most 4 topics", event(REGISTRY, 11, 0, 5));
    refused("a topic has 32 bytes", event(11, 0).replace("[\"0x", "[\"0x00"));
  }

  @Test
  void anAnswerThatIsNoListIsRefused() {
    logs = "{}";
    assertThatExceptionOfType(RpcException.class)
        .isThrownBy(() -> reader().logs(10, 12))
        .withMessageContaining("not an array");
  }

  private static Deployment deployment() {
    Deployment made = TestRegistry.deployment();
    return new Deployment(
        made.genesis(),
        made.deploymentBlock(),
        Keccak256.hash(CODE),
        made.rosters(),
        made.possessions());
  }

  @Test
  void aDeploymentThatTheChainConfirmsIsTaken() throws RpcException {
    logs = "[{}]";
    reader().check(deployment());
    String block = "\"0x" + Long.toHexString(deployment().deploymentBlock()) + "\"";
    assertThat(requests.getLast())
        .contains("\"fromBlock\":" + block, "\"toBlock\":" + block)
        .contains(deployment().genesis().head0().toString());
  }

  @Test
  void aDeploymentThatTheChainContradictsIsRefusedByTheFirstRuleBroken() {
    logs = "[{}]";
    chainId = "0x1";
    assertRefused(Rule.WRONG_CHAIN, () -> reader().check(deployment()));
    chainId = "0x" + Long.toHexString(TestRegistry.DOMAIN.chainId());
    assertRefused(Rule.WRONG_REGISTRY, () -> reader(Address.ZERO).check(deployment()));
    code = "0x010204";
    assertRefused(Rule.DEPLOYMENT_CODE_MISMATCH, () -> reader().check(deployment()));
    code = Hex.encode(CODE);
    for (String answer : List.of("[]", "[{},{}]", "{\"a\":1}")) {
      logs = answer;
      assertRefused(Rule.DEPLOYMENT_NOT_ON_CHAIN, () -> reader().check(deployment()));
    }
  }
}
