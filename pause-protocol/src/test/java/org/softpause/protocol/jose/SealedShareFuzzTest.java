package org.softpause.protocol.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.TestRandom;

class SealedShareFuzzTest {
  private static final byte[] SHARE = new byte[SealedShare.SHARE_LENGTH];
  private static final DecryptionKey KEY = key();

  private static DecryptionKey key() {
    byte[] uniform = new byte[48];
    Arrays.fill(uniform, (byte) 7);
    return DecryptionKey.derive(uniform);
  }

  static Stream<byte[]> seeds() {
    return Stream.of(
        SealedShare.seal(SHARE, KEY.encryptionKey(), TestRandom.seeded(1))
            .compact()
            .getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyTextIsRefusedOrOpensToWhatWasSealed(byte[] text) {
    String compact = new String(text, UTF_8);
    try {
      SealedShare sealed = SealedShare.parse(compact);
      assertThat(sealed.compact()).isEqualTo(compact);
      assertThat(sealed.open(KEY)).hasSize(SealedShare.SHARE_LENGTH);
    } catch (RuleViolation refused) {
      assertThat(refused.rule()).isIn(Rule.MALFORMED_SEALED_SHARE, Rule.SEALED_SHARE_NOT_FOR_US);
    }
  }
}
