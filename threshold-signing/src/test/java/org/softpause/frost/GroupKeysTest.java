package org.softpause.frost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alice is member 1 of a 3-of-5 group. Eve is a member of no group. */
class GroupKeysTest {
  private static final Identifier ALICE = new Identifier(1);
  private static final Identifier EVE = new Identifier(6);

  private final TestGroup group = TestGroup.random(3, 5, new SeededRandom(37));
  private final PublicKeyPackage keys = group.publicKeys();

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 6, 255})
  void aThresholdIsAtLeastTwoAndAtMostTheNumberOfShares(int minSigners) {
    assertThatThrownBy(() -> PublicKeyPackage.of(minSigners, keys.verifyingKey(), keys.shares()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threshold " + minSigners + " is outside 2..5");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void everyThresholdBetweenIsAllowed(int minSigners) {
    assertThat(PublicKeyPackage.of(minSigners, keys.verifyingKey(), keys.shares()).minSigners())
        .isEqualTo(minSigners);
  }

  @Test
  void aKeyPackageAnswersForItsMember() {
    KeyPackage alices = group.key(ALICE);
    assertThat(alices.verifyingShare()).isEqualTo(keys.share(ALICE));
    assertThat(alices.verifyingKey()).isEqualTo(keys.verifyingKey());
    assertThat(alices.minSigners()).isEqualTo(3);
  }

  @Test
  void aSumThatIsZeroIsNobodysShare() {
    assertThat(KeyPackage.ofShare(ALICE, Scalar.ZERO, keys)).isEmpty();
  }

  @Test
  void aSumThatIsAnothersShareIsNotOnesOwn() {
    Scalar alices = group.key(ALICE).signingShare().scalar();
    assertThat(KeyPackage.ofShare(ALICE, alices, keys)).contains(group.key(ALICE));
    assertThat(KeyPackage.ofShare(new Identifier(2), alices, keys)).isEmpty();
  }

  @Test
  void aStrangerHasNoShareAndNoWeight() {
    assertThatThrownBy(() -> keys.share(EVE)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> InterpolatingValue.derive(Set.of(ALICE), EVE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
