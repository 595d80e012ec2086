package org.softpause.protocol.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;

class CertificateFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(
            Document.CERTIFICATE_PAUSE,
            Document.CERTIFICATE_LIFT,
            Document.CERTIFICATE_RENEW,
            Document.CERTIFICATE_ROTATE)
        .map(Document::golden);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyFileIsRefusedOrHasOneWrittenForm(byte[] file) {
    try {
      byte[] written = Document.CERTIFICATE_PAUSE.again(file);
      assertThat(Document.CERTIFICATE_PAUSE.again(written)).isEqualTo(written);
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
