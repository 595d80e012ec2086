package org.softpause.frost.reshare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.frost.FrostException.InvalidSignatureShares;
import org.softpause.frost.GroupSigning;
import org.softpause.frost.Identifier;
import org.softpause.frost.InterpolatingValue;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.Scalar;
import org.softpause.frost.SeededRandom;
import org.softpause.frost.TestGroup;
import org.softpause.frost.VerifyingKey;
import org.softpause.frost.dkg.CeremonyId;
import org.softpause.frost.dkg.CeremonyParameters;

class ResharingTest {
  private static final byte[] MESSAGE = "the id of a decision".getBytes(UTF_8);

  private final TestGroup group = TestGroup.random(3, 5, new SeededRandom(51));
  private final VerifyingKey key = group.publicKeys().verifyingKey();

  @ParameterizedTest(name = "3 of 5 to {0} of {1}, seed {2}")
  @CsvSource({"3,5,1", "4,7,2", "2,2,3", "2,9,4", "5,5,5", "3,3,6"})
  void anyThresholdOfTheNewMembersSignsUnderTheOldKey(int t, int n, long seed) {
    TestResharing test = new TestResharing(group, List.of(1, 3, 4), t, n, seed);
    List<KeyPackage> keys = test.finish(IntStream.rangeClosed(1, n).boxed().toList());
    PublicKeyPackage reshared = test.contributions().publicKeys();
    assertThat(reshared.verifyingKey()).isEqualTo(key);
    assertThat(reshared.minSigners()).isEqualTo(t);
    assertThat(reshared.shares()).hasSize(n);
    for (List<KeyPackage> signers : List.of(keys.subList(0, t), keys.subList(n - t, n))) {
      key.verify(MESSAGE, GroupSigning.sign(MESSAGE, signers, reshared, seed));
    }
  }

  @ParameterizedTest(name = "old members {0}{1}{2}")
  @CsvSource({"1,2,3", "1,2,5", "2,4,5", "3,4,5"})
  void anyThresholdOfTheOldMembersIsEnough(int a, int b, int c) {
    TestResharing test = new TestResharing(group, List.of(a, b, c), 2, 3, 7);
    assertThat(secret(test.finish(List.of(2, 3)))).isEqualTo(secret(keys(1, 2, 3)));
  }

  @Test
  void moreThanTheThresholdMayTakePart() {
    TestResharing test = new TestResharing(group, List.of(1, 2, 3, 4, 5), 3, 4, 8);
    assertThat(secret(test.finish(List.of(1, 3, 4)))).isEqualTo(secret(keys(1, 2, 3)));
  }

  @Test
  void aResharedGroupCanBeResharedAgain() {
    List<KeyPackage> second =
        new TestResharing(group, List.of(1, 2, 3), 4, 7, 9).finish(List.of(2, 4, 6, 7));
    List<KeyPackage> third = new TestResharing(second, 2, 3, 10).finish(List.of(1, 3));
    assertThat(secret(third)).isEqualTo(secret(keys(1, 2, 3)));
    assertThat(third.getFirst().verifyingKey()).isEqualTo(key);
  }

  @Test
  void aRefreshKeepsMembersAndThresholdAndChangesEveryShare() {
    TestResharing test = new TestResharing(group, List.of(2, 3, 5), 3, 5, 11);
    assertThat(Resharing.refresh(group.publicKeys(), test.resharing.next()))
        .isEqualTo(test.resharing);
    for (KeyPackage refreshed : test.finish(List.of(1, 2, 3, 4, 5))) {
      assertThat(refreshed.signingShare())
          .isNotEqualTo(group.key(refreshed.identifier()).signingShare());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2,5,a refresh must not lower the threshold from 3 to 2",
    "2,4,a refresh must not lower the threshold from 3 to 2",
    "4,5,a refresh keeps members and threshold",
    "3,4,a refresh keeps members and threshold",
    "3,6,a refresh keeps members and threshold"
  })
  void aRefreshChangesNoPower(int t, int n, String rule) {
    CeremonyParameters next = new CeremonyParameters(CeremonyId.decode(new byte[32]), t, n);
    assertThatThrownBy(() -> Resharing.refresh(group.publicKeys(), next))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(rule);
  }

  @Test
  void sharesOfBeforeDoNotCombineWithSharesOfAfter() {
    List<KeyPackage> fresh =
        new TestResharing(group, List.of(1, 2, 3), 3, 5, 12).finish(List.of(1, 2, 3));
    Scalar whole = secret(keys(1, 2, 3));
    for (int stale = 0; stale < 3; stale++) {
      List<KeyPackage> mixed = new ArrayList<>(fresh);
      mixed.set(stale, group.key(stale + 1));
      assertThat(secret(mixed)).isNotEqualTo(whole);
      List<KeyPackage> mostlyOld = new ArrayList<>(keys(1, 2, 3));
      mostlyOld.set(stale, fresh.get(stale));
      assertThat(secret(mostlyOld)).isNotEqualTo(whole);
    }
  }

  @Test
  void aLeaverWithThresholdLessOneNewMembersCannotSignAndIsNamed() {
    TestResharing test = new TestResharing(group, List.of(1, 2, 3), 3, 4, 13);
    PublicKeyPackage reshared = test.contributions().publicKeys();
    List<KeyPackage> mixed = new ArrayList<>(test.finish(List.of(1, 2)));
    mixed.add(group.key(4));
    assertThatThrownBy(() -> GroupSigning.sign(MESSAGE, mixed, reshared, 13))
        .isInstanceOfSatisfying(
            InvalidSignatureShares.class,
            refusal -> assertThat(refusal.culprits()).containsExactly(new Identifier(4)));
    assertThatThrownBy(
            () -> new KeyPackage(new Identifier(4), group.key(4).signingShare(), reshared))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thresholdLeaversWhoKeptTheirSharesCanStillSign() {
    new TestResharing(group, List.of(1, 2, 3), 3, 4, 14).finish(1);
    key.verify(MESSAGE, GroupSigning.sign(MESSAGE, keys(3, 4, 5), group.publicKeys(), 14));
  }

  @Test
  void everyStepRepeatedGivesTheSameBytes() {
    TestResharing test = new TestResharing(group, List.of(1, 2, 3), 3, 4, 15);
    Identifier alice = new Identifier(1);
    assertThat(test.oldMember(alice).roundOne()).isEqualTo(test.oldMember(alice).roundOne());
    assertThat(test.oldMember(alice).roundTwo(test.contributions()))
        .isEqualTo(test.oldMember(alice).roundTwo(test.contributions()));
    assertThat(test.finish(4)).isEqualTo(test.finish(4));
  }

  @Test
  void aContributionDoesNotDependOnWhoElseTakesPart() {
    Identifier alice = new Identifier(1);
    TestResharing some = new TestResharing(group, List.of(1, 2, 3), 3, 4, 16);
    TestResharing others = new TestResharing(group, List.of(1, 4, 5), 3, 4, 16);
    assertThat(some.oldMember(alice).roundOne()).isEqualTo(others.oldMember(alice).roundOne());
    assertThat(some.oldMember(alice).roundTwo(some.contributions()))
        .isEqualTo(others.oldMember(alice).roundTwo(others.contributions()));
  }

  @Test
  void noCoefficientOrProofIsMetAgainInAnotherCeremony() {
    Identifier alice = new Identifier(1);
    var one = new TestResharing(group, List.of(1, 2, 3), 3, 4, 17).oldMember(alice).roundOne();
    var two = new TestResharing(group, List.of(1, 2, 3), 3, 4, 18).oldMember(alice).roundOne();
    HashSet<Object> seen = new HashSet<>(one.commitment().coefficients());
    seen.addAll(two.commitment().coefficients());
    assertThat(seen).as("all differ but the constant").hasSize(5);
    assertThat(one.proof().commitment()).isNotEqualTo(two.proof().commitment());
  }

  private List<KeyPackage> keys(Integer... members) {
    return List.of(members).stream().map(group::key).toList();
  }

  /** Computes the group's secret, which nobody ever does outside a test. */
  private static Scalar secret(List<KeyPackage> keys) {
    HashSet<Identifier> members = new HashSet<>();
    keys.forEach(each -> members.add(each.identifier()));
    return keys.stream()
        .map(
            each ->
                InterpolatingValue.derive(members, each.identifier())
                    .times(Scalar.decode(each.signingShare().exposeSecretBytes())))
        .reduce(Scalar.ZERO, Scalar::plus);
  }
}
