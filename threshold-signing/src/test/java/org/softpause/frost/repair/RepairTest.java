package org.softpause.frost.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Identifier;
import org.softpause.frost.Scalar;
import org.softpause.frost.SeededRandom;
import org.softpause.frost.TestGroup;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;

/** Dave of a 3-of-5 group lost his share; alice, bob and carol rebuild it. */
class RepairTest {
  private static final Identifier ALICE = new Identifier(1);
  private static final Identifier BOB = new Identifier(2);
  private static final Identifier CAROL = new Identifier(3);
  private static final Identifier DAVE = new Identifier(4);
  private static final CeremonyId ID = CeremonyId.decode(new byte[CeremonyId.LENGTH]);

  private final TestGroup group = TestGroup.random(3, 5, new SeededRandom(71));
  private final Repair repair = repair(DAVE, ALICE, BOB, CAROL);
  private final Map<Identifier, SplitCommitment> committed = commitments(repair);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aLostShareComesBack(int lost) {
    TreeSet<Identifier> helpers = new TreeSet<>(group.publicKeys().shares().keySet());
    helpers.remove(new Identifier(lost));
    assertThat(rebuilt(new Repair(ID, group.publicKeys(), new Identifier(lost), helpers)))
        .isEqualTo(group.key(lost));
    helpers.removeFirst();
    assertThat(rebuilt(new Repair(ID, group.publicKeys(), new Identifier(lost), helpers)))
        .isEqualTo(group.key(lost));
  }

  @Test
  void noPartOrSumIsAnyonesShare() {
    SplitCommitments everyone = splits();
    for (Identifier helper : repair.helpers()) {
      for (SecretShare part : helper(repair, helper).parts(everyone).values()) {
        assertThat(group.publicKeys().shares().values())
            .extracting(share -> share.element())
            .doesNotContain(Element.baseTimesSecret(part.scalar()).normalize());
      }
      assertThat(Element.baseTimesSecret(sum(repair, everyone, helper).scalar()).normalize())
          .isNotEqualTo(group.publicKeys().share(DAVE).element());
    }
  }

  @Test
  void everyStepRepeatedGivesTheSameBytes() {
    assertThat(helper(repair, BOB).commitment()).isEqualTo(helper(repair, BOB).commitment());
    assertThat(helper(repair, BOB).parts(splits())).isEqualTo(helper(repair, BOB).parts(splits()));
  }

  @Test
  void noRandomPartServesTwiceEvenUnderOneSeedAndId() {
    TestGroup other = TestGroup.random(3, 5, new SeededRandom(72));
    Seed seed = Seed.fromSecretBytes(new byte[Seed.LENGTH]);
    Identifier eve = new Identifier(5);
    List<Element> parts = new ArrayList<>();
    for (Repair each :
        List.of(repair, repair(eve, ALICE, BOB, CAROL), repair(DAVE, ALICE, BOB, eve))) {
      parts.add(Helper.of(each, group.key(1), seed).commitment().parts().getFirst());
    }
    Repair others = new Repair(ID, other.publicKeys(), DAVE, repair.helpers());
    parts.add(Helper.of(others, other.key(1), seed).commitment().parts().getFirst());
    assertThat(parts).doesNotHaveDuplicates();
  }

  @Test
  void partsThatAddUpToAnotherShareNameTheirSender() {
    committed.put(BOB, committedBy(CAROL));
    refused(this::splits, "parts that do not add up to the helper's share from [2]", BOB);
  }

  @Test
  void anotherNumberOfPartsNamesItsSender() {
    committed.put(BOB, new SplitCommitment(committedBy(BOB).parts().subList(0, 2)));
    refused(this::splits, "not one part for each helper from [2]", BOB);
  }

  @Test
  void anAbsentHelperIsNotBlamed() {
    committed.remove(BOB);
    refused(this::splits, "not one commitment from each helper");
  }

  @Test
  void aBadPartNamesItsSenderAndAnyoneComesToTheSame() {
    SplitCommitments everyone = splits();
    Map<Identifier, SecretShare> received = received(repair, everyone, ALICE);
    received.computeIfPresent(CAROL, (from, part) -> tampered(part));
    refused(() -> helper(repair, ALICE).sum(everyone, received), "invalid part from [3]", CAROL);
    everyone.verifyPart(BOB, ALICE, part(received, BOB));
    refused(
        () -> everyone.verifyPart(CAROL, ALICE, part(received, CAROL)),
        "invalid part from [3]",
        CAROL);
  }

  @Test
  void aBadSumNamesItsSenderAndAnyoneComesToTheSame() {
    SplitCommitments everyone = splits();
    Map<Identifier, SecretShare> sums = sums(repair, everyone);
    sums.computeIfPresent(BOB, (from, sum) -> tampered(sum));
    refused(() -> LostShare.rebuild(everyone, sums), "invalid sum of parts from [2]", BOB);
    everyone.verifySum(ALICE, part(sums, ALICE));
    refused(() -> everyone.verifySum(BOB, part(sums, BOB)), "invalid sum of parts from [2]", BOB);
  }

  @Test
  void aMissingOrSurplusPartOrSumIsNotBlamed() {
    SplitCommitments everyone = splits();
    Map<Identifier, SecretShare> received = received(repair, everyone, ALICE);
    SecretShare bobs = part(received, BOB);
    received.put(ALICE, bobs);
    refused(
        () -> helper(repair, ALICE).sum(everyone, received), "not one part from each other helper");
    received.remove(ALICE);
    received.remove(BOB);
    refused(
        () -> helper(repair, ALICE).sum(everyone, received), "not one part from each other helper");
    Map<Identifier, SecretShare> sums = sums(repair, everyone);
    sums.remove(CAROL);
    refused(() -> LostShare.rebuild(everyone, sums), "not one sum from each helper");
  }

  @Test
  void aBoardThatShowsAnotherCommitmentAsOnesOwnIsNoticedBeforeAnyPartLeaves() {
    Seed other = Seed.fromSecretBytes(new byte[Seed.LENGTH]);
    committed.put(ALICE, Helper.of(repair, group.key(1), other).commitment());
    SplitCommitments forged = splits();
    refused(
        () -> helper(repair, ALICE).parts(forged),
        "the splits hold another commitment as this helper's");
    Repair another = repair(new Identifier(5), ALICE, BOB, CAROL);
    refused(() -> helper(another, ALICE).parts(forged), "the splits are of another repair");
  }

  @Test
  void aBoardThatShowsAnotherCommitmentLaterIsNoticedBeforeASumLeaves() {
    Map<Identifier, SecretShare> received = received(repair, splits(), ALICE);
    Seed other = Seed.fromSecretBytes(new byte[Seed.LENGTH]);
    committed.put(ALICE, Helper.of(repair, group.key(1), other).commitment());
    SplitCommitments forged = splits();
    refused(
        () -> helper(repair, ALICE).sum(forged, received),
        "the splits hold another commitment as this helper's");
    Repair another = repair(new Identifier(5), ALICE, BOB, CAROL);
    refused(() -> helper(another, ALICE).sum(forged, received), "the splits are of another repair");
  }

  @Test
  void aHelperSendsAPartToEachOfTheOthers() {
    assertThat(helper(repair, BOB).parts(splits())).containsOnlyKeys(ALICE, CAROL);
  }

  @Test
  void onlyHelpersSendAndReceiveParts() {
    SplitCommitments everyone = splits();
    SecretShare part = SecretShare.of(Scalar.of(ALICE));
    assertThatThrownBy(() -> everyone.verifyPart(DAVE, ALICE, part))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> everyone.verifyPart(ALICE, DAVE, part))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> everyone.verifySum(DAVE, part))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aShareOfAnotherGroupDoesNotHelp() {
    TestGroup other = TestGroup.random(3, 5, new SeededRandom(73));
    Seed seed = Seed.fromSecretBytes(new byte[Seed.LENGTH]);
    assertThatThrownBy(() -> Helper.of(repair, other.key(1), seed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void helpersAndHelpedAreDifferentMembersAndEnough() {
    for (List<Integer> helpers : List.of(List.of(1, 2), List.of(1, 2, 4), List.of(1, 2, 6))) {
      assertThatThrownBy(
              () -> repair(DAVE, helpers.stream().map(Identifier::new).toArray(Identifier[]::new)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> repair(new Identifier(6), ALICE, BOB, CAROL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> helper(repair, DAVE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this share is not that of a helper in this repair");
  }

  @Test
  void aCommitmentHasOneEncoding() {
    byte[] bytes = committedBy(ALICE).encode();
    assertThat(bytes).hasSize(3 * Element.LENGTH);
    assertThat(SplitCommitment.decode(bytes)).isEqualTo(committedBy(ALICE));
    for (int length : new int[] {0, 33, 98, 100}) {
      assertThatThrownBy(() -> SplitCommitment.decode(Arrays.copyOf(bytes, length)))
          .isInstanceOf(MalformedEncoding.class);
    }
    Element identity = Element.baseTimesSecret(Scalar.ZERO);
    List<Element> parts = List.of(identity, committedBy(ALICE).parts().getFirst());
    assertThatThrownBy(() -> new SplitCommitment(parts)).isInstanceOf(MalformedEncoding.class);
  }

  private Repair repair(Identifier lost, Identifier... helpers) {
    return new Repair(ID, group.publicKeys(), lost, new TreeSet<>(List.of(helpers)));
  }

  private Helper helper(Repair each, Identifier helper) {
    byte[] seed = new byte[Seed.LENGTH];
    seed[0] = (byte) helper.value();
    return Helper.of(each, group.key(helper), Seed.fromSecretBytes(seed));
  }

  private Map<Identifier, SplitCommitment> commitments(Repair each) {
    Map<Identifier, SplitCommitment> all = new TreeMap<>();
    each.helpers().forEach(helper -> all.put(helper, helper(each, helper).commitment()));
    return all;
  }

  private SplitCommitment committedBy(Identifier helper) {
    return helper(repair, helper).commitment();
  }

  private SplitCommitments splits() {
    return SplitCommitments.verify(repair, committed);
  }

  private Map<Identifier, SecretShare> received(
      Repair each, SplitCommitments everyone, Identifier receiver) {
    Map<Identifier, SecretShare> received = new TreeMap<>();
    for (Identifier from : each.helpers()) {
      if (!from.equals(receiver)) {
        received.put(from, part(helper(each, from).parts(everyone), receiver));
      }
    }
    return received;
  }

  private SecretShare sum(Repair each, SplitCommitments everyone, Identifier helper) {
    return helper(each, helper).sum(everyone, received(each, everyone, helper));
  }

  private Map<Identifier, SecretShare> sums(Repair each, SplitCommitments everyone) {
    Map<Identifier, SecretShare> sums = new TreeMap<>();
    each.helpers().forEach(helper -> sums.put(helper, sum(each, everyone, helper)));
    return sums;
  }

  private Object rebuilt(Repair each) {
    SplitCommitments everyone = SplitCommitments.verify(each, commitments(each));
    return LostShare.rebuild(everyone, sums(each, everyone));
  }

  private static SecretShare part(Map<Identifier, SecretShare> parts, Identifier of) {
    return Optional.ofNullable(parts.get(of)).orElseThrow();
  }

  private static SecretShare tampered(SecretShare part) {
    return SecretShare.of(part.scalar().plus(Scalar.of(ALICE)));
  }

  private static void refused(ThrowingCallable step, String rule, Identifier... culprits) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            InvalidKeyGeneration.class,
            refusal -> assertThat(refusal.culprits()).containsExactly(culprits))
        .hasMessage(rule);
  }
}
