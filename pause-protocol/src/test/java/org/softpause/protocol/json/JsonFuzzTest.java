package org.softpause.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.golden.Document;

class JsonFuzzTest {
  private static final int MAX_BYTES = 1 << 16;

  static Stream<byte[]> seeds() {
    return Stream.of(Document.BALLOT_REJECT, Document.SITE_THAT_LOWERS).map(Document::golden);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreRefusedOrHaveOneCanonicalForm(byte[] bytes) {
    try {
      Json value = StrictJson.parse(bytes, MAX_BYTES);
      byte[] canonical = CanonicalJson.encode(value);
      assertThat(CanonicalJson.parse(canonical, canonical.length)).isEqualTo(value);
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
