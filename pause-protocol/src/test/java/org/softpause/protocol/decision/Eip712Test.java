package org.softpause.protocol.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.RandomDecisions;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.web3j.crypto.StructuredDataEncoder;

/**
 * Compares ids with those of web3j's encoder, which works from the types' JSON and shares no code
 * with ours.
 */
class Eip712Test {
  private static final String DOMAIN_TYPE =
      """
      "EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},
        {"name":"chainId","type":"uint256"},{"name":"verifyingContract","type":"address"}]
      """;
  private static final String PAUSE_TYPES =
      """
      "Scope":[{"name":"regions","type":"uint16[]"},{"name":"hardwareClasses","type":"uint8"},
        {"name":"minPeakPflops","type":"uint64"}],
      "Pause":[{"name":"mandate","type":"uint8"},{"name":"epoch","type":"uint32"},
        {"name":"slot","type":"uint8"},{"name":"ceilingBps","type":"uint16"},
        {"name":"effectiveAt","type":"uint48"},{"name":"expiresAt","type":"uint48"},
        {"name":"rampSeconds","type":"uint32"},{"name":"staggerSeconds","type":"uint32"},
        {"name":"scope","type":"Scope"},{"name":"drill","type":"bool"},
        {"name":"proposedAt","type":"uint48"},{"name":"anchorBy","type":"uint48"},
        {"name":"reasonHash","type":"bytes32"}]
      """;
  private static final String LIFT_TYPES =
      """
      "Lift":[{"name":"mandate","type":"uint8"},{"name":"epoch","type":"uint32"},
        {"name":"slot","type":"uint8"},{"name":"pauseId","type":"bytes32"},
        {"name":"proposedAt","type":"uint48"},{"name":"anchorBy","type":"uint48"},
        {"name":"reasonHash","type":"bytes32"}]
      """;

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theIdOfAPauseIsItsEip712Digest(long seed) throws IOException {
    Pause pause = new RandomDecisions(seed).pause();
    assertThat(pause.id(TestRegistry.DOMAIN)).isEqualTo(oracle("Pause", PAUSE_TYPES, pause));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theIdOfALiftIsItsEip712Digest(long seed) throws IOException {
    Lift lift = new RandomDecisions(seed).lift();
    assertThat(lift.id(TestRegistry.DOMAIN)).isEqualTo(oracle("Lift", LIFT_TYPES, lift));
  }

  private static final String WITHDRAW_TYPES =
      """
      "Withdraw":[{"name":"mandate","type":"uint8"},{"name":"epoch","type":"uint32"},
        {"name":"slot","type":"uint8"},{"name":"proposedAt","type":"uint48"},
        {"name":"anchorBy","type":"uint48"},{"name":"reasonHash","type":"bytes32"}]
      """;
  private static final String RENEW_TYPES =
      """
      "Renew":[{"name":"mandate","type":"uint8"},{"name":"epoch","type":"uint32"},
        {"name":"operatingUntil","type":"uint48"},{"name":"proposedAt","type":"uint48"},
        {"name":"anchorBy","type":"uint48"},{"name":"reasonHash","type":"bytes32"}]
      """;
  private static final String ROTATE_TYPES =
      """
      "Committee":[{"name":"x","type":"uint256"},{"name":"y","type":"uint256"},
        {"name":"civil","type":"bool"},{"name":"roster","type":"bytes32"}],
      "Rotate":[{"name":"mandate","type":"uint8"},{"name":"epoch","type":"uint32"},
        {"name":"target","type":"uint8"},{"name":"targetEpoch","type":"uint32"},
        {"name":"committees","type":"Committee[]"},{"name":"proposedAt","type":"uint48"},
        {"name":"anchorBy","type":"uint48"},{"name":"reasonHash","type":"bytes32"}]
      """;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theIdOfAWithdrawIsItsEip712Digest(long seed) throws IOException {
    Withdraw withdraw = new RandomDecisions(seed).withdraw();
    assertThat(withdraw.id(TestRegistry.DOMAIN))
        .isEqualTo(oracle("Withdraw", WITHDRAW_TYPES, withdraw));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theIdOfARenewIsItsEip712Digest(long seed) throws IOException {
    Renew renew = new RandomDecisions(seed).renew();
    assertThat(renew.id(TestRegistry.DOMAIN)).isEqualTo(oracle("Renew", RENEW_TYPES, renew));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theIdOfARotateIsItsEip712Digest(long seed) throws IOException {
    Rotate rotate = new RandomDecisions(seed).rotate();
    assertThat(rotate.id(TestRegistry.DOMAIN)).isEqualTo(oracle("Rotate", ROTATE_TYPES, rotate));
  }

  private static Bytes32 oracle(String type, String types, Decision decision) throws IOException {
    String message = new String(CanonicalJson.encode(numbered(decision)), UTF_8);
    String json =
        """
        {"types":{%s,%s},"primaryType":"%s",
         "domain":{"name":"Softpause","version":"1","chainId":%d,"verifyingContract":"%s"},
         "message":%s}
        """
            .formatted(
                DOMAIN_TYPE,
                types,
                type,
                TestRegistry.DOMAIN.chainId(),
                TestRegistry.DOMAIN.registry(),
                message);
    return Bytes32.of(new StructuredDataEncoder(json).hashStructuredData());
  }

  /** The same members, but with mandates by their number. */
  private static JsonObject numbered(Decision decision) {
    ObjectWriter out = new ObjectWriter().number("mandate", decision.mandate().code());
    DecisionJson.write(decision).members().entrySet().stream()
        .filter(member -> !List.of("mandate", "target", "type").contains(member.getKey()))
        .forEach(member -> out.json(member.getKey(), member.getValue()));
    if (decision instanceof Rotate rotate) {
      out.number("target", rotate.target().code());
    }
    return out.toJson();
  }
}
