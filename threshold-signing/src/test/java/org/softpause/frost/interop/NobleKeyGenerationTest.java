package org.softpause.frost.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.frost.Aggregation;
import org.softpause.frost.Ciphersuite;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.Scalar;
import org.softpause.frost.SeededRandom;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.RoundOneSet;
import org.softpause.frost.dkg.SecretShare;

/**
 * Noble takes part in key generation. Commitments, shares and their sums agree without any change.
 * The proof of possession differs on purpose: here its challenge covers the ceremony's id too, so
 * each side refuses the other's proof. Noble lets its users choose that one hash, and with ours it
 * completes the ceremony.
 */
class NobleKeyGenerationTest {
  private static final byte[] MESSAGE = "a decision's id".getBytes(StandardCharsets.UTF_8);

  private static final NobleMember NOBLE = new NobleMember();

  @AfterAll
  static void letNobleGo() {
    NOBLE.close();
  }

  @ParameterizedTest
  @CsvSource({"2,2,1", "2,3,2", "3,5,1", "3,5,3", "3,5,5", "5,9,4"})
  void nobleAndItsFellowsMakeOneKeyAndSignUnderIt(int t, int n, int seat) {
    MixedCeremony mixed = new MixedCeremony(t, n, seat);
    RoundOneSet set = mixed.verify(NOBLE.roundOne(mixed.ceremony(), mixed.seat()));
    Map<Identifier, SecretShare> byNoble = NOBLE.roundTwo(mixed.roundOneOfFellows());

    List<KeyPackage> keys = List.copyOf(mixed.finish(set, byNoble).values());

    assertThat(NOBLE.finish(mixed.ceremony(), mixed.dealtTo(mixed.seat(), set)))
        .isEqualTo(set.publicKeys());
    MixedSigning signing =
        MixedSigning.begin(
            NOBLE, mixed.seat(), keys.subList(0, t - 1), MESSAGE, new SeededRandom(seat));
    Map<Identifier, SignatureShare> shares = signing.shares();
    Signature ours = Aggregation.aggregate(signing.signingPackage(), shares, set.publicKeys());
    set.publicKeys().verifyingKey().verify(MESSAGE, ours);
    assertThat(NOBLE.aggregate(signing.signingPackage(), shares)).isEqualTo(ours);
  }

  @Test
  void aBadShareFromNobleNamesItsSeat() {
    MixedCeremony mixed = new MixedCeremony(3, 5, 2);
    RoundOneSet set = mixed.verify(NOBLE.roundOne(mixed.ceremony(), mixed.seat()));
    Map<Identifier, SecretShare> byNoble = NOBLE.roundTwo(mixed.roundOneOfFellows());
    Map<Identifier, SecretShare> bad = new TreeMap<>();
    byNoble.forEach((to, share) -> bad.put(to, other(share)));

    assertThatThrownBy(() -> mixed.finish(set, bad))
        .asInstanceOf(type(InvalidKeyGeneration.class))
        .extracting(FrostException::culprits)
        .isEqualTo(Set.of(mixed.seat()));
  }

  @Test
  void nobleRefusesABadShareFromAFellow() {
    MixedCeremony mixed = new MixedCeremony(3, 5, 2);
    RoundOneSet set = mixed.verify(NOBLE.roundOne(mixed.ceremony(), mixed.seat()));
    NOBLE.roundTwo(mixed.roundOneOfFellows());
    Map<Identifier, SecretShare> dealt = mixed.dealtTo(mixed.seat(), set);
    dealt.computeIfPresent(new Identifier(4), (dealer, share) -> other(share));

    assertThatThrownBy(() -> NOBLE.finish(mixed.ceremony(), dealt))
        .isInstanceOf(Refused.class)
        .hasMessage("invalid secret share");
  }

  @Test
  void aProofThatDoesNotHoldTheCeremonyIsRefusedByUs() {
    MixedCeremony mixed = new MixedCeremony(3, 5, 2);
    RoundOnePackage plain = NOBLE.roundOneOfPlainFrost(mixed.ceremony(), mixed.seat());

    assertThat(provesInPlainFrost(mixed.seat(), plain)).isTrue();
    assertThatThrownBy(() -> mixed.verify(plain))
        .isInstanceOf(InvalidKeyGeneration.class)
        .hasMessage("invalid proof of possession from [2]");
  }

  @Test
  void aProofThatHoldsTheCeremonyIsRefusedByNobleAsPublished() {
    MixedCeremony mixed = new MixedCeremony(3, 5, 2);
    NOBLE.roundOneOfPlainFrost(mixed.ceremony(), mixed.seat());

    assertThatThrownBy(() -> NOBLE.roundTwo(mixed.roundOneOfFellows()))
        .isInstanceOf(Refused.class)
        .hasMessage("invalid proof of knowledge");
  }

  /** R = mu·G - HDKG(identifier || phi_0 || R)·phi_0, as FROST's authors have it. */
  private static boolean provesInPlainFrost(Identifier prover, RoundOnePackage sent) {
    Element phi0 = sent.commitment().constant();
    Element commitment = sent.proof().commitment();
    Scalar challenge =
        Ciphersuite.hdkg(Scalar.of(prover).encode(), phi0.encode(), commitment.encode());
    return Element.baseTimesPlus(sent.proof().response(), challenge.negate(), phi0)
        .equals(commitment);
  }

  private static SecretShare other(SecretShare share) {
    return SecretShare.of(share.scalar().plus(Scalar.of(new Identifier(1))));
  }
}
