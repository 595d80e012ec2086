package org.softpause.signer.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A sealed file before anything of it is authentic. */
class EnvelopeFuzzTest {
  static Stream<byte[]> seeds() {
    return Arrays.stream(SealedFileKind.values())
        .map(
            kind ->
                new Envelope(
                        kind,
                        Argon2Cost.STANDARD,
                        new byte[KeyDerivation.SALT_LENGTH],
                        new byte[Envelope.IV_LENGTH],
                        new byte[17])
                    .encode());
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyFileIsRefusedOrIsItsOneWrittenForm(byte[] file) {
    for (SealedFileKind kind : SealedFileKind.values()) {
      try {
        assertThat(Envelope.decode(kind, file).encode()).isEqualTo(file);
      } catch (StoreException refused) {
        assertThat(refused.problem()).isEqualTo(StoreProblem.FORMAT);
      }
    }
  }
}
