package org.softpause.frost.dkg;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.SeededRandom;

class SeedTest {
  private static final byte[] BYTES = filled(7);
  private static final CeremonyId CEREMONY = CeremonyId.decode(filled(9));

  private final Seed seed = Seed.fromSecretBytes(BYTES);

  @ParameterizedTest
  @CsvSource({"coefficient,0", "coefficient,254", "proof,1", "ceremony-key,0", "other,65535"})
  void derivationAgreesWithTheJdksHkdf(String label, int index) throws Exception {
    byte[] info =
        ByteBuffer.allocate("softpause-".length() + label.length() + 2)
            .put("softpause-".getBytes(US_ASCII))
            .put(label.getBytes(US_ASCII))
            .putShort((short) index)
            .array();
    byte[] expected =
        KDF.getInstance("HKDF-SHA256")
            .deriveData(
                HKDFParameterSpec.ofExtract()
                    .addIKM(BYTES)
                    .addSalt(CEREMONY.encode())
                    .thenExpand(info, 48));
    assertThat(seed.derive(label, index, CEREMONY, 48)).isEqualTo(expected);
  }

  @Test
  void labelIndexCeremonyAndSeedEachChangeTheOutcome() {
    byte[] value = seed.derive("coefficient", 0, CEREMONY, 48);
    assertThat(seed.derive("proof", 0, CEREMONY, 48)).isNotEqualTo(value);
    assertThat(seed.derive("coefficient", 1, CEREMONY, 48)).isNotEqualTo(value);
    assertThat(seed.derive("coefficient", 0, CeremonyId.decode(filled(8)), 48)).isNotEqualTo(value);
    assertThat(Seed.fromSecretBytes(filled(6)).derive("coefficient", 0, CEREMONY, 48))
        .isNotEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65536})
  void anIndexThatDoesNotFitInTwoBytesIsRefused(int index) {
    assertThatThrownBy(() -> seed.derive("coefficient", index, CEREMONY, 48))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void aSeedOrCeremonyIdOfAnotherLengthIsRefused(int length) {
    assertThatThrownBy(() -> Seed.fromSecretBytes(new byte[length]))
        .isInstanceOf(MalformedEncoding.class);
    assertThatThrownBy(() -> CeremonyId.decode(new byte[length]))
        .isInstanceOf(MalformedEncoding.class);
  }

  @Test
  void aSeedIsDrawnFromTheSourceGivenAndComesBackFromItsBytes() {
    Seed drawn = Seed.generate(new SeededRandom(5));
    assertThat(drawn)
        .isEqualTo(Seed.generate(new SeededRandom(5)))
        .isNotEqualTo(Seed.generate(new SeededRandom(6)))
        .isEqualTo(Seed.fromSecretBytes(drawn.exposeSecretBytes()));
  }

  @Test
  void aDestroyedSeedDerivesNothing() {
    seed.destroy();
    assertThatThrownBy(() -> seed.derive("coefficient", 0, CEREMONY, 48))
        .isInstanceOf(IllegalStateException.class);
  }

  private static byte[] filled(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
