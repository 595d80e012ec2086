package org.softpause.protocol.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;

/** Fuzzes documents behind a good signature. */
class SignedDocumentFuzzTest {
  private static final List<Document> KINDS =
      List.of(
          Document.REGISTRATION,
          Document.PROPOSAL,
          Document.BALLOT_APPROVE,
          Document.SHARE,
          Document.REQUEST,
          Document.SITE_THAT_HOLDS);

  static Stream<byte[]> seeds() {
    return Arrays.stream(Document.values()).filter(Document::isSigned).map(Document::golden);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyPayloadIsRefusedOrCanonical(byte[] payload) {
    for (Document kind : KINDS) {
      try {
        assertThat(kind.again(payload)).isEqualTo(payload);
      } catch (RuleViolation refused) {
        assertThat(refused.detail()).isNotBlank();
      }
    }
  }
}
