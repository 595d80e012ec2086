package org.softpause.frost.reshare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.Scalar;
import org.softpause.frost.SeededRandom;
import org.softpause.frost.TestGroup;
import org.softpause.frost.VerifyingShare;
import org.softpause.frost.dkg.PolynomialCommitment;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;

/** Alice, bob and carol of a 3-of-5 group reshare it to 4 of 6, and one of them breaks a rule. */
class CheatingTest {
  private static final Identifier ALICE = new Identifier(1);
  private static final Identifier BOB = new Identifier(2);
  private static final Identifier CAROL = new Identifier(3);
  private static final Identifier NEW = new Identifier(6);

  private final TestGroup group = TestGroup.random(3, 5, new SeededRandom(61));
  private final TestResharing test = new TestResharing(group, List.of(1, 2, 3), 4, 6, 61);

  @Test
  void whoSharesAnotherSecretWouldChangeTheGroupKeyAndIsNamed() {
    TestGroup other = TestGroup.random(3, 5, new SeededRandom(62));
    TestResharing foreign = new TestResharing(other, List.of(1, 2, 3), 4, 6, 61);
    test.roundOne.put(BOB, foreign.oldMember(BOB).roundOne());
    refused(test::contributions, "commitment to another secret than the old share from [2]", BOB);
  }

  @Test
  void whoSharesAnothersShareIsNamed() {
    test.roundOne.put(CAROL, sent(ALICE));
    refused(test::contributions, "commitment to another secret than the old share from [3]", CAROL);
  }

  @Test
  void whoOnlyKnowsTheVerifyingShareHasNoProof() {
    test.roundOne.put(BOB, new RoundOnePackage(sent(BOB).commitment(), sent(ALICE).proof()));
    refused(test::contributions, "invalid proof of possession from [2]", BOB);
  }

  @Test
  void aPackageReplayedFromAnotherResharingNamesItsSender() {
    TestResharing earlier = new TestResharing(group, List.of(1, 2, 3), 4, 6, 63);
    test.roundOne.put(ALICE, earlier.oldMember(ALICE).roundOne());
    refused(test::contributions, "invalid proof of possession from [1]", ALICE);
  }

  @Test
  void aPolynomialOfAnotherDegreeNamesItsSender() {
    List<Element> coefficients = sent(BOB).commitment().coefficients();
    test.roundOne.put(BOB, withCoefficients(BOB, coefficients.subList(0, 3)));
    List<Element> longer = new ArrayList<>(sent(ALICE).commitment().coefficients());
    longer.add(longer.getFirst());
    test.roundOne.put(ALICE, withCoefficients(ALICE, longer));
    refused(
        test::contributions,
        "commitment to another number of coefficients than 4 from [1, 2]",
        ALICE,
        BOB);
  }

  @Test
  void fewerThanThresholdOldMembersReshareNothing() {
    test.roundOne.remove(BOB);
    refused(test::contributions, "not packages from at least 3 old members");
  }

  @Test
  void aStrangersPackageIsRefused() {
    test.roundOne.put(NEW, sent(ALICE));
    refused(test::contributions, "not packages from at least 3 old members");
  }

  @Test
  void aBadShareNamesItsSenderAndAnyoneComesToTheSame() {
    Map<Identifier, SecretShare> received = test.received(NEW);
    received.computeIfPresent(BOB, (from, share) -> tampered(share));
    received.computeIfPresent(CAROL, (from, share) -> SecretShare.of(Scalar.ZERO));
    refused(() -> finish(received), "invalid secret share from [2, 3]", BOB, CAROL);
    Contributions everyone = test.contributions();
    received.forEach(
        (from, share) -> {
          if (from.equals(ALICE)) {
            everyone.verifyShare(from, NEW, share);
          } else {
            refused(
                () -> everyone.verifyShare(from, NEW, share),
                "invalid secret share from [" + from.value() + "]",
                from);
          }
        });
  }

  @Test
  void aShareMeantForAnotherNewMemberNamesItsSender() {
    Map<Identifier, SecretShare> received = test.received(NEW);
    SecretShare toAnother =
        Optional.ofNullable(test.oldMember(BOB).roundTwo(test.contributions()).get(ALICE))
            .orElseThrow();
    received.put(BOB, toAnother);
    refused(() -> finish(received), "invalid secret share from [2]", BOB);
  }

  @Test
  void aMissingOrSurplusShareIsNotBlamed() {
    Map<Identifier, SecretShare> received = test.received(NEW);
    SecretShare bobs = Optional.ofNullable(received.remove(BOB)).orElseThrow();
    refused(() -> finish(received), "not one share from each contributor");
    received.put(BOB, bobs);
    received.put(new Identifier(4), bobs);
    refused(() -> finish(received), "not one share from each contributor");
  }

  @Test
  void anAbortedResharingLeavesTheOldSharesAtWork() {
    Map<Identifier, SecretShare> received = test.received(NEW);
    received.computeIfPresent(BOB, (from, share) -> tampered(share));
    refused(() -> finish(received), "invalid secret share from [2]", BOB);
    TestResharing again = new TestResharing(group, List.of(1, 3, 4), 4, 6, 64);
    assertThat(again.finish(6).verifyingKey()).isEqualTo(group.publicKeys().verifyingKey());
  }

  @Test
  void aBoardThatShowsAnotherPackageAsOnesOwnIsNoticedBeforeAnyShareIsDealt() {
    Seed other = Seed.fromSecretBytes(new byte[Seed.LENGTH]);
    test.roundOne.put(ALICE, OldMember.of(test.resharing, group.key(1), other).roundOne());
    Contributions forged = test.contributions();
    refused(
        () -> test.oldMember(ALICE).roundTwo(forged),
        "the contributions hold another package as this member's");
  }

  @Test
  void contributionsToAnotherResharingAreRefused() {
    TestResharing other = new TestResharing(group, List.of(1, 2, 3), 4, 6, 65);
    Contributions others = other.contributions();
    Map<Identifier, SecretShare> received = test.received(NEW);
    refused(
        () -> test.oldMember(ALICE).roundTwo(others), "the contributions are to another resharing");
    refused(
        () -> new NewMember(test.resharing, NEW).finish(others, received),
        "the contributions are to another resharing");
  }

  @Test
  void oldKeysThatAreNotOfOneGroupAreRefusedWithoutBlame() {
    Map<Identifier, VerifyingShare> shares = new TreeMap<>(group.publicKeys().shares());
    PublicKeyPackage stranger = TestGroup.random(3, 5, new SeededRandom(66)).publicKeys();
    PublicKeyPackage broken = PublicKeyPackage.of(3, stranger.verifyingKey(), shares);
    Resharing resharing = new Resharing(broken, test.resharing.next());
    refused(
        () -> Contributions.verify(resharing, test.roundOne),
        "the old public keys are not of one group");
  }

  @Test
  void onlyMembersTakePart() {
    TestGroup other = TestGroup.random(3, 5, new SeededRandom(67));
    Seed seed = Seed.fromSecretBytes(new byte[Seed.LENGTH]);
    assertThatThrownBy(() -> OldMember.of(test.resharing, other.key(1), seed))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NewMember(test.resharing, new Identifier(7)))
        .isInstanceOf(IllegalArgumentException.class);
    Contributions everyone = test.contributions();
    SecretShare share = SecretShare.of(Scalar.ZERO);
    assertThatThrownBy(() -> everyone.verifyShare(new Identifier(4), NEW, share))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> everyone.verifyShare(ALICE, new Identifier(7), share))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private RoundOnePackage sent(Identifier member) {
    return test.oldMember(member).roundOne();
  }

  private RoundOnePackage withCoefficients(Identifier member, List<Element> coefficients) {
    return new RoundOnePackage(new PolynomialCommitment(coefficients), sent(member).proof());
  }

  private KeyPackage finish(Map<Identifier, SecretShare> received) {
    return new NewMember(test.resharing, NEW).finish(test.contributions(), received);
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
