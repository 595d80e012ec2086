package org.softpause.protocol.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.golden.Document;

class JwsFuzzTest {
  private static final SoftwareIdentity ALICE = SoftwareIdentity.generate(TestRandom.seeded(1));

  static Stream<byte[]> seeds() {
    return Stream.of(Document.PROPOSAL, Document.BALLOT_REJECT)
        .map(document -> ALICE.sign(document.golden()).compact().getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyTextIsRefusedOrIsWhatItsSignerSays(byte[] text) {
    String compact = new String(text, UTF_8);
    try {
      Jws jws = Jws.parse(compact);
      assertThat(jws.compact()).isEqualTo(compact);
      JwsPayload verified = jws.verify(ALICE.publicIdentity());
      assertThat(ALICE.sign(verified.bytes()).unverified()).isEqualTo(jws.unverified());
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
