package org.softpause.frost.dkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.Scalar;

/** A 3-of-5 ceremony in which alice, bob or carol breaks a rule. */
class CheatingTest {
  private static final Identifier ALICE = new Identifier(1);
  private static final Identifier BOB = new Identifier(2);
  private static final Identifier CAROL = new Identifier(3);

  private final TestCeremony test = new TestCeremony(3, 5, 31);

  @Test
  void aProofForAnotherCommitmentNamesItsSender() {
    RoundOnePackage alices = sent(ALICE);
    test.roundOne.put(BOB, new RoundOnePackage(alices.commitment(), sent(BOB).proof()));
    refused(test::set, "invalid proof of possession from [2]", BOB);
  }

  @Test
  void aPackageCopiedFromAnotherMemberNamesTheCopier() {
    test.roundOne.put(CAROL, sent(ALICE));
    refused(test::set, "invalid proof of possession from [3]", CAROL);
  }

  @Test
  void everyBadProofIsNamed() {
    test.roundOne.put(CAROL, sent(ALICE));
    test.roundOne.put(BOB, new RoundOnePackage(sent(BOB).commitment(), sent(ALICE).proof()));
    refused(test::set, "invalid proof of possession from [2, 3]", BOB, CAROL);
  }

  @Test
  void aProofReplayedFromAnotherCeremonyNamesItsSender() {
    TestCeremony earlier = new TestCeremony(3, 5, 32);
    test.roundOne.put(ALICE, earlier.participant(ALICE).roundOne());
    refused(test::set, "invalid proof of possession from [1]", ALICE);
  }

  @Test
  void aCommitmentThatCancelsTheOthersHasNoProof() {
    Element others = sent(ALICE).commitment().constant().plus(sent(BOB).commitment().constant());
    List<Element> rogue = new ArrayList<>(sent(CAROL).commitment().coefficients());
    Scalar minusOne = Scalar.of(ALICE).negate();
    rogue.set(0, Element.baseTimesPlus(Scalar.of(CAROL), minusOne, others));
    test.roundOne.put(
        CAROL, new RoundOnePackage(new PolynomialCommitment(rogue), sent(CAROL).proof()));
    refused(test::set, "invalid proof of possession from [3]", CAROL);
  }

  @Test
  void aCommitmentOfAnotherDegreeNamesItsSender() {
    List<Element> coefficients = sent(BOB).commitment().coefficients();
    test.roundOne.put(
        BOB,
        new RoundOnePackage(
            new PolynomialCommitment(coefficients.subList(0, 2)), sent(BOB).proof()));
    List<Element> longer = new ArrayList<>(sent(ALICE).commitment().coefficients());
    longer.add(longer.getFirst());
    test.roundOne.put(
        ALICE, new RoundOnePackage(new PolynomialCommitment(longer), sent(ALICE).proof()));
    refused(
        test::set, "commitment to another number of coefficients than 3 from [1, 2]", ALICE, BOB);
  }

  @Test
  void anAbsentMemberIsNotBlamed() {
    test.roundOne.remove(BOB);
    refused(test::set, "not one round-one package from each member");
  }

  @Test
  void aStrangersPackageIsRefused() {
    test.roundOne.put(new Identifier(6), sent(ALICE));
    refused(test::set, "not one round-one package from each member");
  }

  @Test
  void aBadShareNamesItsSender() {
    Map<Identifier, SecretShare> received = test.received(ALICE);
    received.computeIfPresent(BOB, (sender, share) -> tampered(share));
    refused(() -> finish(ALICE, received), "invalid secret share from [2]", BOB);
  }

  @Test
  void everyBadShareIsNamedAndAnyoneComesToTheSame() {
    Map<Identifier, SecretShare> received = test.received(ALICE);
    SecretShare toAnother = test.participant(CAROL).roundTwo(test.set()).get(BOB);
    received.computeIfPresent(BOB, (sender, share) -> tampered(share));
    received.computeIfPresent(CAROL, (sender, share) -> toAnother);
    refused(() -> finish(ALICE, received), "invalid secret share from [2, 3]", BOB, CAROL);
    RoundOneSet set = test.set();
    received.forEach(
        (sender, share) -> {
          if (sender.equals(BOB) || sender.equals(CAROL)) {
            refused(
                () -> set.verifyShare(sender, ALICE, share),
                "invalid secret share from [" + sender.value() + "]",
                sender);
          } else {
            set.verifyShare(sender, ALICE, share);
          }
        });
  }

  @Test
  void aMissingShareIsNotBlamed() {
    Map<Identifier, SecretShare> received = test.received(ALICE);
    received.remove(BOB);
    refused(() -> finish(ALICE, received), "not one share from each other member");
  }

  @Test
  void aShareFromOneselfOrAStrangerIsRefused() {
    for (int sender : new int[] {1, 6}) {
      Map<Identifier, SecretShare> received = test.received(ALICE);
      received.put(new Identifier(sender), tampered(received.values().iterator().next()));
      refused(() -> finish(ALICE, received), "not one share from each other member");
    }
  }

  @Test
  void aBoardThatShowsAnotherPackageAsOnesOwnIsNoticedBeforeAnyShareIsDealt() {
    Seed other = Seed.fromSecretBytes(new byte[Seed.LENGTH]);
    test.roundOne.put(ALICE, Participant.of(test.ceremony, ALICE, other).roundOne());
    RoundOneSet forged = test.set();
    refused(
        () -> test.participant(ALICE).roundTwo(forged),
        "the set holds another package as this member's");
  }

  @Test
  void aBoardThatShowsAnotherPackageAsOnesOwnLaterIsNoticedBeforeAShareIsMade() {
    Map<Identifier, SecretShare> received = test.received(ALICE);
    Seed other = Seed.fromSecretBytes(new byte[Seed.LENGTH]);
    test.roundOne.put(ALICE, Participant.of(test.ceremony, ALICE, other).roundOne());
    refused(() -> finish(ALICE, received), "the set holds another package as this member's");
  }

  @Test
  void aSetOfAnotherCeremonyIsRefused() {
    RoundOneSet other = new TestCeremony(3, 5, 33).set();
    Map<Identifier, SecretShare> received = test.received(ALICE);
    String rule = "the round-one set is of another ceremony";
    refused(() -> test.participant(ALICE).roundTwo(other), rule);
    refused(() -> test.participant(ALICE).finish(other, received), rule);
  }

  @Test
  void onlyMembersDealAndReceive() {
    RoundOneSet set = test.set();
    Identifier eve = new Identifier(6);
    SecretShare share = SecretShare.of(Scalar.of(ALICE));
    assertThatThrownBy(() -> set.verifyShare(eve, ALICE, share))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set.verifyShare(ALICE, eve, share))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGroupKeyThatIsTheIdentityIsRefused() {
    assertThatThrownBy(
            () ->
                RoundOneSet.publicKeys(
                    test.ceremony, Map.of(ALICE, sent(ALICE), BOB, negated(sent(ALICE)))))
        .isInstanceOf(InvalidKeyGeneration.class)
        .hasMessageContaining("must not be the identity");
  }

  private static RoundOnePackage negated(RoundOnePackage sent) {
    List<Element> mirrored =
        sent.commitment().coefficients().stream().map(CheatingTest::mirrored).toList();
    return new RoundOnePackage(new PolynomialCommitment(mirrored), sent.proof());
  }

  private static Element mirrored(Element element) {
    byte[] bytes = element.encode();
    bytes[0] ^= 1;
    return Element.decode(bytes);
  }

  private RoundOnePackage sent(Identifier member) {
    return test.participant(member).roundOne();
  }

  private void finish(Identifier member, Map<Identifier, SecretShare> received) {
    test.participant(member).finish(test.set(), received);
  }

  private static SecretShare tampered(SecretShare share) {
    return SecretShare.of(share.scalar().plus(Scalar.of(ALICE)));
  }

  private static void refused(ThrowingCallable step, String rule, Identifier... culprits) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            InvalidKeyGeneration.class,
            refusal -> assertThat(refusal.culprits()).containsExactly(culprits))
        .hasMessage(rule);
  }
}
