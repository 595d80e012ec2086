package org.softpause.signer.carry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.softpause.protocol.RuleViolation;

/** A file that somebody carried, whoever that was. */
class ParcelFuzzTest {
  static Stream<byte[]> seeds() {
    return Stream.of(ParcelTest.GOLDEN.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "1m")
  void anyFileIsRefusedOrHasOneWrittenForm(byte[] file) {
    try {
      Parcel parcel = Parcel.decode(file);
      assertThat(Parcel.decode(parcel.encode())).isEqualTo(parcel);
    } catch (RuleViolation refused) {
      assertThat(refused.detail()).isNotBlank();
    }
  }
}
