package org.softpause.frost.dkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Identifier;
import org.softpause.frost.Scalar;

class CeremonyEncodingTest {
  private static final Identifier ALICE = new Identifier(1);

  private final TestCeremony test = new TestCeremony(3, 5, 51);
  private final RoundOnePackage sent = test.participant(ALICE).roundOne();
  private final byte[] encoded = sent.encode();

  @Test
  void aRoundOnePackageComesBackAsItWas() {
    assertThat(encoded).hasSize(3 * 33 + 65);
    assertThat(RoundOnePackage.decode(encoded)).isEqualTo(sent);
  }

  @Test
  void aPackageCutAtAnyByteIsRefusedOrProvesNothing() {
    for (int length = 0; length < encoded.length; length++) {
      byte[] cut = Arrays.copyOf(encoded, length);
      if (length == 2 * 33 + 65) {
        RoundOnePackage shorter = RoundOnePackage.decode(cut);
        assertThat(
                shorter.proof().proves(test.ceremony.id(), ALICE, shorter.commitment().constant()))
            .isFalse();
      } else {
        assertThatThrownBy(() -> RoundOnePackage.decode(cut)).isInstanceOf(MalformedEncoding.class);
      }
    }
  }

  @Test
  void aPackageTooShortForAProofIsToldFromOneWithoutACommitment() {
    assertThatThrownBy(() -> RoundOnePackage.decode(new byte[64]))
        .hasMessage("a round-one package is a commitment and a proof");
    assertThatThrownBy(() -> RoundOnePackage.decode(new byte[65]))
        .hasMessage("a commitment has at least two coefficients");
  }

  @Test
  void aCommitmentHasAtLeastTwoCoefficientsAndNoIdentity() {
    Element identity = Element.baseTimesSecret(Scalar.ZERO);
    Element some = sent.commitment().constant();
    assertThatThrownBy(() -> new PolynomialCommitment(List.of(some)))
        .isInstanceOf(MalformedEncoding.class);
    assertThatThrownBy(() -> new PolynomialCommitment(List.of(some, identity)))
        .isInstanceOf(MalformedEncoding.class);
    assertThatThrownBy(() -> PolynomialCommitment.decode(new byte[0]))
        .isInstanceOf(MalformedEncoding.class);
  }

  @Test
  void aProofHoldsNeitherTheIdentityNorZero() {
    byte[] zero = sent.proof().encode();
    Arrays.fill(zero, 33, 65, (byte) 0);
    assertThatThrownBy(() -> ProofOfPossession.decode(zero)).isInstanceOf(MalformedEncoding.class);
    Element identity = Element.baseTimesSecret(Scalar.ZERO);
    Scalar response = sent.proof().response();
    assertThatThrownBy(() -> new ProofOfPossession(identity, response))
        .isInstanceOf(MalformedEncoding.class);
    Element commitment = sent.proof().commitment();
    assertThatThrownBy(() -> new ProofOfPossession(commitment, Scalar.ZERO))
        .isInstanceOf(MalformedEncoding.class);
  }

  @Test
  void aSecretShareIsBelowTheOrderAndMayBeZero() {
    assertThat(SecretShare.fromSecretBytes(new byte[32]).exposeSecretBytes())
        .isEqualTo(new byte[32]);
    byte[] order = BigIntegers.asUnsignedByteArray(32, Scalar.ORDER);
    assertThatThrownBy(() -> SecretShare.fromSecretBytes(order))
        .isInstanceOf(MalformedEncoding.class);
    assertThatThrownBy(() -> SecretShare.fromSecretBytes(new byte[31]))
        .isInstanceOf(MalformedEncoding.class);
  }

  @Test
  void aPublishedCommitmentEvaluatesToWhatThePolynomialDeals() {
    Polynomial polynomial = Polynomial.derive(test.seed(ALICE), test.ceremony);
    for (int x : new int[] {1, 2, 3, 127, 128, 254, 255}) {
      Identifier at = new Identifier(x);
      assertThat(PolynomialCommitment.evaluate(sent.commitment().coefficients(), at))
          .isEqualTo(Element.baseTimesSecret(polynomial.evaluate(at)));
    }
  }
}
