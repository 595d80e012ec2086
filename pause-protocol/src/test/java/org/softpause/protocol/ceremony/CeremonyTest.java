package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.frost.KeyPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.jose.Jws;

class CeremonyTest {
  private static final long SEED = 20261123;

  private final TestCeremony committee = TestCeremony.threeOfFive(SEED);

  @Test
  void fiveMembersMakeAKeyOfWhichThreeCanSign() {
    Ceremony ceremony = committee.complete();

    Roster roster = ceremony.roster().orElseThrow();
    Bytes32 message = Sha256.hash(new byte[] {1});
    roster.groupKey().verify(message.bytes(), committee.sign(message));
    roster.possession().verify(ceremony.possession().orElseThrow());
    assertThat(ceremony.culprits()).isEmpty();
    assertThat(ceremony.waitingFor()).isEmpty();
  }

  @Test
  void everyMemberEndsWithTheShareThatTheRosterRecords() {
    Roster roster = committee.complete().roster().orElseThrow();

    for (TestMember member : committee.members()) {
      assertThat(member.key().publicKeys()).isEqualTo(roster.publicKeys());
    }
  }

  @Test
  void phasesFollowEachOtherAndEachWaitsForWhoIsMissing() {
    Ceremony ceremony = committee.propose();
    assertThat(ceremony.waitingFor()).hasSize(4);
    for (CeremonyPhase phase : List.of(CeremonyPhase.values()).subList(1, 7)) {
      ceremony = committee.runUntil(ceremony, phase);
      assertThat(ceremony.waitingFor()).hasSize(5);
    }
  }

  @Test
  void followingALongerListGivesWhatItsReplayGives() {
    List<Jws> messages = committee.complete().messages();
    Ceremony half = Ceremony.replay(messages.subList(0, messages.size() / 2));

    Ceremony whole = half.follow(messages);

    assertThat(whole.messages()).isEqualTo(messages);
    assertThat(whole.phase()).isEqualTo(CeremonyPhase.COMPLETE);
    assertThat(half.follow(half.messages())).isSameAs(half);
  }

  @Test
  void aListWithAnotherBeginningIsReplayedFromThere() {
    Ceremony complete = committee.complete();
    List<Jws> others = TestCeremony.threeOfFive(SEED + 1).complete().messages();

    assertThat(complete.follow(others).messages()).isEqualTo(others);
    assertThat(complete.follow(others.subList(0, 3)).messages()).isEqualTo(others.subList(0, 3));
  }

  @Test
  void aReplayOfItsMessagesGivesTheSameCeremony() {
    Ceremony ceremony = committee.complete();

    Ceremony again = Ceremony.replay(ceremony.messages());

    assertThat(again.phase()).isEqualTo(CeremonyPhase.COMPLETE);
    assertThat(again.roster()).isEqualTo(ceremony.roster());
    assertThat(again.possession()).isEqualTo(ceremony.possession());
  }

  @Test
  void aMessageAcceptedBeforeChangesNothingInAnyPhase() {
    Ceremony ceremony = committee.complete();

    ceremony.messages().forEach(message -> assertThat(ceremony.accept(message)).isSameAs(ceremony));
  }

  @Test
  void aShareComesBackFromSeedAndPublicTranscript() {
    Ceremony ceremony = committee.complete();
    TestMember bob = committee.member(2);

    KeyPackage recovered = bob.in(committee.plan()).recover(Ceremony.replay(ceremony.messages()));

    assertThat(recovered).isEqualTo(bob.key());
  }

  @Test
  void theSmallestCommitteeWorksToo() {
    TestCeremony pair = TestCeremony.of(SEED, 2, "alice", "bob");

    assertThat(pair.complete().phase()).isEqualTo(CeremonyPhase.COMPLETE);
  }

  @Test
  void theSameSeedsMakeTheSameKeyAndAnotherSeedAnother() {
    Bytes32 roster = TestCeremony.roster(committee.complete()).hash();

    assertThat(TestCeremony.roster(TestCeremony.threeOfFive(SEED).complete()).hash())
        .isEqualTo(roster);
    assertThat(TestCeremony.roster(TestCeremony.threeOfFive(SEED + 1).complete()).hash())
        .isNotEqualTo(roster);
  }
}
