package org.softpause.signer.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.softpause.signer.world.Fixtures.DOMAIN;
import static org.softpause.signer.world.Fixtures.NOW;
import static org.softpause.signer.world.Fixtures.TIMES;
import static org.softpause.signer.world.Fixtures.pause;
import static org.softpause.signer.world.Fixtures.subject;
import static org.softpause.signer.world.Refusals.refused;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.Nonce;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.FailingDisk;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.world.Fixtures;
import org.softpause.signer.world.TestCommittee;

class BallotCasterTest {
  private static final SecureRandom RANDOM = new SeededRandom(10);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);
  private static final BallotCaster.Subject PAUSE = subject(pause(0, 500, NOW));

  @TempDir Path folder;
  private final FailingDisk disk = new FailingDisk();
  private SignerStore store;
  private BallotCaster box;

  @BeforeEach
  void aliceWithAnEmptyRecord() {
    store = Fixtures.store(folder.resolve("home"), disk, COUNCIL.identity(1), RANDOM);
    box = new BallotCaster(store, COUNCIL.identity(1), RANDOM);
  }

  @Test
  void anApprovalCarriesTheCommitmentThatIsOnDisk() {
    Ballot ballot =
        approve(PAUSE, TIMES)
            .verify(COUNCIL.identity(1).publicIdentity())
            .read(Ballot.TYPE, Ballot::read);
    Nonce nonce = store.read().ledger().nonce(1).orElseThrow();
    assertThat(ballot.decision()).isEqualTo(PAUSE.id());
    assertThat(((Ballot.Approve) ballot.choice()).commitment().commitments())
        .isEqualTo(nonce.nonces().commitments());
  }

  @Test
  void approvedAgainItIsTheSameBallot() {
    Jws first = approve(PAUSE, TIMES);
    assertThat(approve(PAUSE, TIMES)).isEqualTo(first);
    assertThat(store.read().ledger().nonces()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anApprovalThatDidNotReachTheDiskIsNone(int step) {
    disk.failAtStep(step);
    assertThatThrownBy(() -> approve(PAUSE, TIMES)).isInstanceOf(StoreException.class);
    disk.repair();
    assertThat(store.read().ballots()).isEmpty();
    assertThat(store.read().ledger().nonces()).isEmpty();
  }

  @Test
  void aRejectionStands() {
    Jws no = reject(PAUSE);
    assertThat(reject(PAUSE)).isEqualTo(no);
    refused(Rule.DECISION_REJECTED_BEFORE, () -> approve(PAUSE, TIMES));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 600})
  void aProposalUpToTenMinutesAheadOfTheClockIsTaken(long ahead) {
    approve(subject(pause(0, 500, NOW + ahead)), TIMES);
    assertThat(store.read().ballots()).hasSize(1);
  }

  @Test
  void aProposalMoreThanTenMinutesAheadIsRefused() {
    refused(Rule.PROPOSED_TOO_FAR_AHEAD, () -> approve(subject(pause(0, 500, NOW + 601)), TIMES));
  }

  @Test
  void aSecondPauseForASlotIsRefusedWhileTheFirstCanBeAnchored() {
    approve(PAUSE, TIMES);
    refused(Rule.SLOT_STILL_APPROVED, () -> approve(subject(pause(0, 400, NOW)), TIMES));
    long lastMoment = NOW + 86_400;
    refused(
        Rule.SLOT_STILL_APPROVED,
        () -> approve(subject(pause(0, 400, NOW)), new BallotCaster.Times(lastMoment, lastMoment)));
  }

  @Test
  void aSecondPauseForASlotIsTakenOnceTheFirstHasExpired() {
    approve(PAUSE, TIMES);
    long later = NOW + 86_401;
    approve(subject(pause(0, 400, later)), new BallotCaster.Times(later, later));
    assertThat(store.read().ballots()).hasSize(2);
  }

  @Test
  void aPauseForAnotherSlotIsTaken() {
    approve(PAUSE, TIMES);
    approve(subject(pause(1, 400, NOW)), TIMES);
    assertThat(store.read().ballots()).hasSize(2);
  }

  @Test
  void aRejectedPauseWhoseShareNeverLeftFreesItsSlot() {
    approve(PAUSE, TIMES);
    reject(PAUSE);
    approve(subject(pause(0, 400, NOW)), TIMES);
    assertThat(store.read().ballots()).hasSize(3);
  }

  @Test
  void whatTheRegistryWouldRefuseAtOnceIsRefusedHere() {
    BallotCaster.Subject small = subject(pause(0, 500, NOW));
    refused(
        Rule.SCOPE_REACHES_EXEMPT,
        () -> box.approve(COUNCIL.membership(1), small, Optional.of(registry(1001)), TIMES));
    box.approve(COUNCIL.membership(1), small, Optional.of(registry(1000)), TIMES);
    assertThat(store.read().ballots()).hasSize(1);
  }

  @Test
  void whatWouldBeRefusedIsRefusedByACheckThatChangesNothing() {
    BallotCaster.Subject ahead = subject(pause(0, 500, NOW + 601));
    refused(Rule.PROPOSED_TOO_FAR_AHEAD, () -> box.check(ahead, Optional.empty(), TIMES));
    box.check(PAUSE, Optional.empty(), TIMES);
    assertThat(store.read().ballots()).isEmpty();
  }

  @Test
  void onARejectionAllCommitteesAreLeftByOneWrite() {
    TestCommittee other = new TestCommittee(3, new SeededRandom(31));
    List<Membership> both = List.of(COUNCIL.membership(1), other.membership(1));
    both.forEach(own -> box.approve(own, PAUSE, Optional.empty(), TIMES));

    List<Jws> ballots = box.reject(both, PAUSE, "not yet", TIMES);

    assertThat(ballots).hasSize(2).doesNotHaveDuplicates();
    assertThat(store.read().ledger().nonces()).hasSize(2).allMatch(Nonce::burned);
    assertThat(store.read().ballots(PAUSE.id()))
        .extracting(BallotRecord::choice, BallotRecord::roster)
        .containsExactly(
            tuple(BallotChoice.REJECT, both.getFirst().rosterHash()),
            tuple(BallotChoice.REJECT, both.getLast().rosterHash()));
    assertThat(box.reject(both, PAUSE, "again", TIMES)).isEqualTo(ballots);
  }

  private static RegistryState registry(long exemptBelow) {
    CommitteeKey committee =
        new CommitteeKey(COUNCIL.roster().groupKey(), true, COUNCIL.roster().hash());
    return RegistryState.genesis(
        new Genesis(
            DOMAIN,
            NOW - 60,
            new RegistryParameters(Pflops.of(exemptBelow), 5, 5, 0, 10_000, 5, 0),
            List.of(committee),
            List.of()));
  }

  private Jws approve(BallotCaster.Subject subject, BallotCaster.Times times) {
    return box.approve(COUNCIL.membership(1), subject, Optional.empty(), times);
  }

  private Jws reject(BallotCaster.Subject subject) {
    return box.reject(List.of(COUNCIL.membership(1)), subject, "not yet", TIMES).getFirst();
  }
}
