package org.softpause.signer.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;

/** What a backup holds in clear, whoever wrote it under a passphrase that we then type. */
class BackupFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(StoredObject.BACKUP).map(StoredObject::golden);
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyContentIsRefusedOrHasOneWrittenForm(byte[] content) {
    try {
      byte[] written = StoredObject.BACKUP.again(content);
      assertThat(StoredObject.BACKUP.again(written)).isEqualTo(written);
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
