package org.softpause.frost;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.softpause.frost.FrostException.InvalidSigningPackage;

/**
 * Alice and bob sign. Bob's commitment cancels alice's, given binding factors that he knows
 * beforehand.
 */
class GroupCommitmentTest {
  private static final Identifier ALICE = new Identifier(1);
  private static final Identifier BOB = new Identifier(2);

  private final SeededRandom random = new SeededRandom(17);
  private final TestGroup group = TestGroup.random(2, 3, random);
  private final TestSigning signing = group.begin(new byte[32], random, 1, 2);
  private final BindingFactors factors =
      BindingFactors.compute(group.publicKeys().verifyingKey(), signing.signingPackage());

  @Test
  void commitmentsThatAddUpToTheIdentityAreRefused() {
    SigningCommitments alices = signing.nonces(1).commitments();
    Element binding = signing.nonces(2).commitments().binding();
    Element others =
        Element.sumOfProducts(factors.ascending(), List.of(alices.binding(), binding))
            .plus(alices.hiding());
    SigningPackage cancelling =
        SigningPackage.of(
            Map.of(ALICE, alices, BOB, new SigningCommitments(others.negate(), binding)),
            new byte[32]);
    assertThatThrownBy(() -> GroupCommitment.compute(cancelling, factors))
        .isInstanceOf(InvalidSigningPackage.class)
        .hasMessage("the commitments add up to the identity");
  }

  @Test
  void whoDoesNotSignHasNoBindingFactor() {
    Identifier carol = new Identifier(3);
    assertThatThrownBy(() -> factors.of(carol)).isInstanceOf(IllegalArgumentException.class);
  }
}
