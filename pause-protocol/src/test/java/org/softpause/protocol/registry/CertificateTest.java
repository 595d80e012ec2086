package org.softpause.protocol.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.Mutation;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.json.CanonicalJson;

class CertificateTest {
  private static final Certificate GOOD = TestRegistry.certify(new PauseBuilder().build());

  private static String json() {
    return new String(CanonicalJson.encode(GOOD.toJson()), UTF_8);
  }

  private static Certificate parse(String json) {
    return Certificate.parse(json.getBytes(UTF_8));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    assertThat(parse(json())).isEqualTo(GOOD);
  }

  @Test
  void theIdIsThatOfTheDecision() {
    assertRefused(
        Rule.CERTIFICATE_ID_MISMATCH,
        () -> parse(json().replace("\"ceilingBps\":500", "\"ceilingBps\":501")));
    assertRefused(
        Rule.CERTIFICATE_ID_MISMATCH,
        () -> parse(json().replace("\"chainId\":31337", "\"chainId\":1")));
    assertRefused(
        Rule.CERTIFICATE_ID_MISMATCH,
        () -> parse(json().replace(GOOD.id().toString(), Bytes32.ZERO.toString())));
  }

  @Test
  void aSignatureIsACanonicalPointAndAResponseWithinTheOrder() {
    String signature = Hex.encode(GOOD.signatures().getFirst().encode());
    String zeroResponse = signature.substring(0, 2 + 66) + "0".repeat(64);
    String noPoint = "0x04" + signature.substring(4);
    String order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    String responseIsOrder = signature.substring(0, 2 + 66) + order;
    assertRefused(Rule.SIGNATURE_MALFORMED, () -> parse(json().replace(signature, zeroResponse)));
    assertRefused(Rule.SIGNATURE_MALFORMED, () -> parse(json().replace(signature, noPoint)));
    assertRefused(
        Rule.SIGNATURE_MALFORMED, () -> parse(json().replace(signature, responseIsOrder)));
  }

  @Test
  void bytesAreCountedBeforeTheyAreRead() {
    assertRefused(Rule.TOO_LARGE, () -> parse(json() + " ".repeat(Certificate.MAX_BYTES)));
  }

  static LongStream seeds() {
    return LongStream.range(0, 1_000);
  }

  /** Accepts only the very same certificate. Any change to it ends in nothing but a rule. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changedBytesAreRefusedByARule(long seed) {
    byte[] changed = Mutation.of(json().getBytes(UTF_8), new Random(seed));
    try {
      Certificate certificate = Certificate.parse(changed);
      TestRegistry.state().check(certificate, NOW);
      assertThat(certificate).isEqualTo(GOOD);
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
