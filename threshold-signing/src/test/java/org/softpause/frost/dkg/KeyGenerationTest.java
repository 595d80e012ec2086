package org.softpause.frost.dkg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.frost.Aggregation;
import org.softpause.frost.Element;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.Scalar;
import org.softpause.frost.SeededRandom;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;

class KeyGenerationTest {
  private static final byte[] MESSAGE = "the id of a decision".getBytes(UTF_8);

  @ParameterizedTest(name = "{0} of {1}, seed {2}")
  @CsvSource({"2,2,1", "2,3,2", "3,5,3", "5,5,4", "10,15,5"})
  void membersEndWithOneKeyThatAnyThresholdOfThemSignsWith(int t, int n, long seed) {
    TestCeremony test = new TestCeremony(t, n, seed);
    List<KeyPackage> keys = test.ceremony.members().stream().map(test::finish).toList();
    assertThat(keys)
        .allSatisfy(key -> assertThat(key.publicKeys()).isEqualTo(test.set().publicKeys()));
    assertThat(keys).extracting(KeyPackage::minSigners).containsOnly(t);
    sign(keys.subList(0, t), seed);
    sign(keys.subList(n - t, n), seed);
  }

  private static void sign(List<KeyPackage> signers, long seed) {
    SeededRandom random = new SeededRandom(seed);
    Map<Identifier, SigningNonces> nonces = new TreeMap<>();
    Map<Identifier, SigningCommitments> commitments = new TreeMap<>();
    for (KeyPackage signer : signers) {
      SigningNonces drawn = RoundOne.commit(signer.signingShare(), random);
      nonces.put(signer.identifier(), drawn);
      commitments.put(signer.identifier(), drawn.commitments());
    }
    SigningPackage signingPackage = SigningPackage.of(commitments, MESSAGE);
    Map<Identifier, SignatureShare> shares = new TreeMap<>();
    for (KeyPackage signer : signers) {
      SigningNonces own = Objects.requireNonNull(nonces.get(signer.identifier()));
      shares.put(signer.identifier(), RoundTwo.sign(signer, own, signingPackage));
    }
    signers
        .getFirst()
        .verifyingKey()
        .verify(
            MESSAGE,
            Aggregation.aggregate(signingPackage, shares, signers.getFirst().publicKeys()));
  }

  @Test
  void theGroupKeyIsTheSumOfTheMembersConstants() {
    TestCeremony test = new TestCeremony(3, 5, 6);
    Scalar secret = Scalar.ZERO;
    for (Identifier member : test.ceremony.members()) {
      secret = secret.plus(Polynomial.derive(test.seed(member), test.ceremony).constant());
    }
    assertThat(test.set().publicKeys().verifyingKey().element())
        .isEqualTo(Element.baseTimesSecret(secret));
  }

  @Test
  void aMemberDealsToEachOfTheOthers() {
    TestCeremony test = new TestCeremony(2, 3, 13);
    assertThat(test.participant(new Identifier(2)).roundTwo(test.set()))
        .containsOnlyKeys(new Identifier(1), new Identifier(3));
  }

  @Test
  void everyStepRepeatedGivesTheSameBytes() {
    TestCeremony test = new TestCeremony(2, 3, 7);
    Identifier alice = new Identifier(1);
    assertThat(test.participant(alice).roundOne().encode())
        .isEqualTo(test.participant(alice).roundOne().encode());
    assertThat(test.participant(alice).roundTwo(test.set()))
        .isEqualTo(test.participant(alice).roundTwo(test.set()));
  }

  @Test
  void aLostShareIsRecoveredFromSeedAndTranscript() {
    TestCeremony test = new TestCeremony(3, 5, 8);
    Identifier carol = new Identifier(3);
    KeyPackage lost = test.finish(carol);
    Seed backup = Seed.fromSecretBytes(test.seed(carol).exposeSecretBytes());
    Map<Identifier, RoundOnePackage> transcript = new TreeMap<>();
    test.roundOne.forEach(
        (member, sent) -> transcript.put(member, RoundOnePackage.decode(sent.encode())));
    KeyPackage recovered =
        Participant.of(test.ceremony, carol, backup)
            .finish(RoundOneSet.verify(test.ceremony, transcript), test.received(carol));
    assertThat(recovered).isEqualTo(lost);
    assertThat(recovered.signingShare().exposeSecretBytes())
        .isEqualTo(lost.signingShare().exposeSecretBytes());
  }

  @Test
  void noTwoMembersOrCeremoniesShareAPolynomial() {
    TestCeremony test = new TestCeremony(2, 3, 9);
    Seed seed = test.seed(new Identifier(1));
    CeremonyParameters other = new TestCeremony(2, 3, 10).ceremony;
    assertThat(Polynomial.derive(seed, test.ceremony).commit())
        .isNotEqualTo(Polynomial.derive(seed, other).commit());
    assertThat(test.roundOne.values().stream().map(RoundOnePackage::commitment).distinct())
        .hasSize(3);
  }

  @Test
  void thresholdAndSizeHaveBounds() {
    CeremonyId id = new TestCeremony(2, 2, 11).ceremony.id();
    assertThat(new CeremonyParameters(id, 255, 255).members()).hasSize(255);
    for (int[] bad : new int[][] {{1, 3}, {0, 3}, {-1, 3}, {4, 3}, {2, 256}, {2, 1}}) {
      assertThatThrownBy(() -> new CeremonyParameters(id, bad[0], bad[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aStrangerTakesNoPart() {
    TestCeremony test = new TestCeremony(2, 3, 12);
    Seed seed = test.seed(new Identifier(1));
    assertThatThrownBy(() -> Participant.of(test.ceremony, new Identifier(4), seed))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
