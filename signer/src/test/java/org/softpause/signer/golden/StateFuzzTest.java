package org.softpause.signer.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;

/** What the store holds in clear, however it was damaged before it was sealed. */
class StateFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(StoredObject.STATE, StoredObject.STATE_WITH_TOKEN).map(StoredObject::golden);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyContentIsRefusedOrHasOneWrittenForm(byte[] content) {
    try {
      byte[] written = StoredObject.STATE.again(content);
      assertThat(StoredObject.STATE.again(written)).isEqualTo(written);
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
