package org.softpause.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;

class RlpFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.concat(
        Stream.of(RecordedProof.header().rlp()), RecordedProof.account("proof").stream());
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreRefusedOrTheOneEncodingOfAnItem(byte[] bytes) {
    try {
      assertThat(Rlp.encode(Rlp.decode(bytes))).isEqualTo(bytes);
      assertThat(BlockHeader.decode(bytes).rlp()).isEqualTo(bytes);
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
