package org.softpause.protocol.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.Base64URL;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;

/** Fuzzes the claims of a token behind a good signature. */
class TokenClaimsFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
        new Base64URL(TestToken.issued(TestToken.attestation(1, 3)).split("\\.", -1)[1]).decode());
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyClaimsAreRefusedOrHaveOneWrittenForm(byte[] claims) throws JOSEException {
    try {
      Token token = TestToken.VERIFIER.verify(TestToken.signed(claims), NOW);
      byte[] written = CanonicalJson.encode(token.toJson());
      Token again = TestToken.VERIFIER.verify(TestToken.signed(written), NOW);
      assertThat(CanonicalJson.encode(again.toJson())).isEqualTo(written);
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
