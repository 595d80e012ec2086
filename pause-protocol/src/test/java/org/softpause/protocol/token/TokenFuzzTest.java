package org.softpause.protocol.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;

/** Fuzzes a token as it comes from the network. */
class TokenFuzzTest {
  private static final Attestation ATTESTATION = TestToken.attestation(1, 3);

  static Stream<byte[]> seeds() {
    return Stream.of(TestToken.issued(ATTESTATION).getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyTextIsRefusedOrIsATokenThatTheServiceIssued(byte[] text) {
    try {
      Token token = TestToken.VERIFIER.verify(new String(text, UTF_8), NOW);
      assertThat(token.attestation()).isEqualTo(ATTESTATION);
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
