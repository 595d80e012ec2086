package org.softpause.authz.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.signing.SigningEventRow.Offered;
import org.softpause.authz.signing.SigningEventRow.Place;
import org.softpause.authz.signing.SigningEventRow.Verdict;
import org.softpause.frost.Identifier;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.roast.CoordinatorEvent;
import org.softpause.frost.roast.CoordinatorMessage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestRandom;

/** Events of alice and bob, two of two who sign. */
class ReplayedCoordinatorTest {
  private static final SecureRandom RANDOM = TestRandom.seeded(8);
  private static final TestCeremony CEREMONY = TestCeremony.of(8, 2, "alice", "bob");
  private static final Roster ROSTER = TestCeremony.roster(CEREMONY.complete());
  private static final SigningGroup GROUP = new SigningGroup(ROSTER.hash(), 0, ROSTER);
  private static final Bytes32 DECISION = Keccak256.hash(new byte[] {1});
  private static final SigningRun RUN = new SigningRun(DECISION, ROSTER.hash());
  private static final Identifier ALICE = new Identifier(1);
  private static final Identifier BOB = new Identifier(2);

  @Test
  void eachMembersLatestCommitmentIsAtItsPlace() {
    ReplayedCoordinator start = ReplayedCoordinator.begin(GROUP, DECISION);
    assertThat(start.nextPlace(RUN)).isEqualTo(place(1));
    assertThatIllegalStateException().isThrownBy(() -> start.source(ALICE));

    ReplayedCoordinator both = start.after(vote(1, approve(1), 1)).after(vote(2, approve(2), 2));
    assertThat(both.sources()).isEqualTo(Map.of(ALICE, 1, BOB, 2));
    assertThat(both.nextPlace(RUN)).isEqualTo(place(3));

    ReplayedCoordinator again = both.after(share(1, Verdict.COUNTED, 3));
    assertThat(again.source(ALICE)).isEqualTo(3);
    assertThat(again.source(BOB)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTED, true, true",
    "INVALID, true, false",
    "LATE, false, false",
    "CONTRADICTION, false, false"
  })
  void theCoordinatorIsToldOfSharesThatCountOrConvictAndCountedOnesCommit(
      Verdict verdict, boolean told, boolean commits) {
    SigningEventRow row = share(1, verdict, 4);
    assertThat(row.event().isPresent()).isEqualTo(told);
    assertThat(row.commits()).isEqualTo(commits);
    assertThat(row.session()).isEqualTo(1);
    assertThat(row.verdict()).isEqualTo(verdict);
    ReplayedCoordinator after = ReplayedCoordinator.begin(GROUP, DECISION).after(row);
    assertThat(after.position()).isEqualTo(4);
    assertThat(after.sources().containsKey(ALICE)).isEqualTo(commits);
  }

  @Test
  void anApprovalCommitsAndARejectionWithdraws() {
    SigningEventRow yes = vote(1, approve(1), 1);
    SigningEventRow no = vote(1, new Ballot.Reject("no"), 2);
    assertThat(yes.event().orElseThrow()).isInstanceOf(CoordinatorEvent.Commitment.class);
    assertThat(yes.commits()).isTrue();
    assertThat(no.event().orElseThrow()).isEqualTo(new CoordinatorEvent.Withdrawal(ALICE));
    assertThat(no.commits()).isFalse();
    assertThatIllegalStateException().isThrownBy(no::session);
  }

  @Test
  void theCoordinatorKnowsAnApprovalThatWasReplayed() {
    SigningEventRow yes = vote(1, approve(1), 1);
    CoordinatorEvent again = vote(1, approve(1), 2).event().orElseThrow();
    ReplayedCoordinator start = ReplayedCoordinator.begin(GROUP, DECISION);
    assertThat(start.coordinator().on(again).messages()).isEmpty();
    assertThat(start.after(yes).coordinator().on(again).messages())
        .hasOnlyElementsOfType(CoordinatorMessage.Ignored.class)
        .isNotEmpty();
  }

  @Test
  void anEventIsOfItsOwnRunAndSender() {
    SigningEventRow yes = vote(1, approve(1), 1);
    assertThat(yes.is(RUN, ALICE)).isTrue();
    assertThat(yes.is(RUN, BOB)).isFalse();
    assertThat(yes.is(new SigningRun(DECISION, Bytes32.ZERO), ALICE)).isFalse();
  }

  private static SigningEventRow vote(int voter, Ballot.Choice choice, int position) {
    Ballot ballot = new Ballot(DECISION, ROSTER.hash(), 0, new Identifier(voter), 1, choice);
    return SigningEventRow.vote(
        place(position),
        ballot,
        CEREMONY.member(voter).identity().sign(ballot.toJson()),
        Instant.EPOCH);
  }

  private static SigningEventRow share(int signer, Verdict verdict, int position) {
    byte[] one = new byte[32];
    one[31] = 1;
    ShareDocument document =
        new ShareDocument(
            DECISION,
            ROSTER.hash(),
            new Identifier(signer),
            Bytes32.ZERO,
            SignatureShare.decode(one),
            commitment(signer),
            1);
    Offered offered =
        new Offered(document, CEREMONY.member(signer).identity().sign(document.toJson()));
    return SigningEventRow.share(place(position), 1, verdict, offered, Instant.EPOCH);
  }

  private static Ballot.Approve approve(int voter) {
    return new Ballot.Approve(commitment(voter));
  }

  private static NonceCommitment commitment(int member) {
    return new NonceCommitment(
        1, RoundOne.commit(CEREMONY.member(member).key().signingShare(), RANDOM).commitments());
  }

  private static Place place(int position) {
    return new Place(DECISION, ROSTER.hash(), position);
  }
}
