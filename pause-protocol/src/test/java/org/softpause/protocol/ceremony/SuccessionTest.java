package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.frost.Aggregation;
import org.softpause.frost.FrostException;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.RoundTwo;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningNonces;
import org.softpause.frost.SigningPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.fixture.TestRandom;

/** A committee hands its key on. Exactly the new shares sign, under the same group key. */
class SuccessionTest {
  private static final long SEED = 20261123;
  private static final Bytes32 MESSAGE = Sha256.hash(new byte[] {1, 2, 3});

  private final TestCeremony before = TestCeremony.threeOfFive(SEED);
  private final Ceremony founded = before.complete();

  @Test
  void aRefreshKeepsKeyMembersAndThresholdAndChangesEveryShare() {
    TestCeremony refreshed = before.refresh(founded, "alice", "bob", "carol", "dave", "erin");

    Roster roster = TestCeremony.roster(refreshed.complete());

    Roster old = TestCeremony.roster(founded);
    assertThat(roster.groupKey()).isEqualTo(old.groupKey());
    assertThat(roster.hash()).isNotEqualTo(old.hash());
    for (int i = 0; i < 5; i++) {
      assertThat(roster.members().get(i).member()).isEqualTo(old.members().get(i).member());
      assertThat(roster.members().get(i).verifyingShare())
          .isNotEqualTo(old.members().get(i).verifyingShare());
    }
    old.groupKey().verify(MESSAGE.bytes(), refreshed.sign(MESSAGE));
  }

  @Test
  void anyThreeOfTheOldFiveAreEnoughToDeal() {
    TestCeremony refreshed = before.refresh(founded, "bob", "dave", "erin");

    Ceremony complete = refreshed.complete();

    assertThat(complete.possession()).isPresent();
    assertThat(complete.messages().stream().filter(jws -> isRoundTwo(jws.unverified().type())))
        .hasSize(3);
  }

  @Test
  void aResharingToFourOfSevenWithTwoLeavingSignsUnderTheSameKey() {
    TestCeremony after = fourOfSeven();

    Ceremony complete = after.complete();

    Roster roster = TestCeremony.roster(complete);
    assertThat(roster.groupKey()).isEqualTo(TestCeremony.roster(founded).groupKey());
    assertThat(roster.minSigners()).isEqualTo(4);
    assertThat(roster.members()).hasSize(7);
    roster.possession().verify(complete.possession().orElseThrow());
    roster.groupKey().verify(MESSAGE.bytes(), after.sign(MESSAGE));
    assertThat(Ceremony.replay(complete.messages()).roster()).contains(roster);
  }

  @Test
  void leaversTakePartUnderNumbersAfterTheMembersAndGetNoShare() {
    TestCeremony after = fourOfSeven();

    assertThat(after.plan().participants()).extracting(Member::name).endsWith("dave", "erin");
    Ceremony complete = after.complete();

    TestMember dave = after.member(8);
    assertThat(dave.name()).isEqualTo("dave");
    assertThatThrownBy(dave::key).isInstanceOf(IllegalStateException.class);
    assertThat(dave.in(after.plan()).next(complete, dave.sent()))
        .isEqualTo(new CeremonyStep.Dealt(TestCeremony.roster(complete)));
  }

  @Test
  void aWholeNewCommitteeCanTakeTheKeyOver() {
    TestCeremony after =
        before.succeed(
            founded,
            CeremonyPurpose.RESHARE,
            2,
            List.of("alice", "carol", "erin"),
            List.of("frank", "grace", "heidi"));

    Roster roster = TestCeremony.roster(after.complete());

    roster.groupKey().verify(MESSAGE.bytes(), after.sign(MESSAGE));
    assertThat(roster.groupKey()).isEqualTo(TestCeremony.roster(founded).groupKey());
  }

  @Test
  void aSuccessionOfASuccessionStillHasTheFirstKey() {
    TestCeremony refreshed = before.refresh(founded, "alice", "bob", "carol");
    Ceremony second = refreshed.complete();
    TestCeremony third =
        refreshed.succeed(
            second,
            CeremonyPurpose.RESHARE,
            2,
            List.of("alice", "bob", "erin"),
            List.of("erin", "alice", "frank"));

    Roster roster = TestCeremony.roster(third.complete());

    assertThat(roster.groupKey()).isEqualTo(TestCeremony.roster(founded).groupKey());
    roster.groupKey().verify(MESSAGE.bytes(), third.sign(MESSAGE));
  }

  @Test
  void sharesFromBeforeDoNotCombineWithSharesFromAfter() {
    TestCeremony refreshed = before.refresh(founded, "alice", "bob", "carol");
    refreshed.complete();

    assertCannotSign(
        List.of(refreshed.member(1).key(), refreshed.member(2).key(), before.member(3).key()), 3);
    assertCannotSign(
        List.of(refreshed.member(1).key(), before.member(2).key(), before.member(3).key()), 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void fewerLeaversThanTheOldThresholdWithNewSharesCannotSign(int leavers) {
    TestCeremony after = fourOfSeven();
    after.complete();
    List<KeyPackage> old = List.of(before.member(4).key(), before.member(5).key());
    List<KeyPackage> fresh = List.of(after.member(1).key(), after.member(2).key());

    assertCannotSign(
        Stream.concat(old.subList(0, leavers).stream(), fresh.stream()).toList(), 2 + leavers);
  }

  @Test
  void asManyLeaversAsTheOldThresholdCanStillSignAndOnlyANewKeyEndsThat() {
    before
        .succeed(
            founded,
            CeremonyPurpose.RESHARE,
            2,
            List.of("alice", "bob", "carol"),
            List.of("frank", "grace"))
        .complete();

    TestCeremony.roster(founded).groupKey().verify(MESSAGE.bytes(), before.sign(MESSAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ROUND_ONE", "ROUND_TWO", "CONFIRMATION", "ROSTER", "POSSESSION"})
  void anInterruptedSuccessionLeavesTheOldCommitteeWorking(String phase) {
    TestCeremony after = fourOfSeven();

    Ceremony unfinished = after.runUntil(after.propose(), CeremonyPhase.valueOf(phase));

    assertThat(unfinished.possession()).isEmpty();
    TestCeremony.roster(founded).groupKey().verify(MESSAGE.bytes(), before.sign(MESSAGE));
  }

  @Test
  void everyShareIsRecoveredFromItsSeedAndTheTranscriptWithoutTheShareOfBefore() {
    for (TestCeremony after :
        List.of(fourOfSeven(), before.refresh(founded, "alice", "bob", "erin"))) {
      Ceremony complete = after.complete();
      for (TestMember member : after.members().subList(0, after.plan().members().size())) {
        CeremonyParticipant fromBackup =
            CeremonyParticipant.of(
                after.plan(), member.identity(), member.seed(), TestRandom.seeded(SEED));

        assertThat(fromBackup.recover(Ceremony.replay(complete.messages())))
            .isEqualTo(member.key());
      }
    }
  }

  @Test
  void aShareOfANewGroupIsRecoveredLikewise() {
    for (TestMember member : before.members()) {
      assertThat(member.in(before.plan()).recover(founded)).isEqualTo(member.key());
    }
  }

  private TestCeremony fourOfSeven() {
    return before.succeed(
        founded,
        CeremonyPurpose.RESHARE,
        4,
        List.of("alice", "bob", "dave", "erin"),
        List.of("bob", "alice", "carol", "frank", "grace", "heidi", "ivan"));
  }

  private static boolean isRoundTwo(String type) {
    return type.equals(RoundTwoMessage.TYPE);
  }

  /**
   * Signs as these members would try to: each as a member of its own group, under distinct
   * identifiers.
   */
  private void assertCannotSign(List<KeyPackage> keys, int count) {
    assertThat(keys).hasSize(count);
    assertThatThrownBy(() -> forge(keys)).isInstanceOf(FrostException.class);
  }

  private void forge(List<KeyPackage> keys) {
    Map<Identifier, SigningNonces> nonces = new TreeMap<>();
    Map<Identifier, SigningCommitments> commitments = new TreeMap<>();
    for (KeyPackage key : keys) {
      SigningNonces fresh = RoundOne.commit(key.signingShare(), TestRandom.seeded(SEED));
      nonces.put(key.identifier(), fresh);
      commitments.put(key.identifier(), fresh.commitments());
    }
    SigningPackage signingPackage = SigningPackage.of(commitments, MESSAGE.bytes());
    Map<Identifier, SignatureShare> shares = new TreeMap<>();
    for (KeyPackage key : keys) {
      SigningNonces own = nonces.remove(key.identifier());
      if (own != null) {
        shares.put(key.identifier(), RoundTwo.sign(key, own, signingPackage));
      }
    }
    Signature signature =
        Aggregation.aggregate(signingPackage, shares, keys.getFirst().publicKeys());
    keys.getFirst().verifyingKey().verify(MESSAGE.bytes(), signature);
  }
}
