package org.softpause.signer.airgap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;

/** A file that somebody carried, whoever that was. */
class TransferFileFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(TransferFileTest.GOLDEN.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyFileIsRefusedOrHasOneWrittenForm(byte[] file) {
    try {
      TransferFile transferFile = TransferFile.decode(file);
      assertThat(TransferFile.decode(transferFile.encode())).isEqualTo(transferFile);
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
