package org.softpause.authz.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.frost.RoundOne;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.jose.Jws;

class VotesTest {
  private static final Bytes32 COUNCIL = Keccak256.hash(new byte[] {1});
  private static final Bytes32 BOARD = Keccak256.hash(new byte[] {2});
  private static final TestMember ALICE = member();

  @Test
  void approvalsStandInOrderOfArrival() {
    Votes votes = votes(approval(2, COUNCIL), approval(1, COUNCIL));
    assertThat(voters(votes.approvals(COUNCIL))).containsExactly(2, 1);
    assertThat(votes.rejections(COUNCIL)).isEmpty();
  }

  @Test
  void aRejectionOverrulesItsVotersApprovalWhicheverCameFirst() {
    Votes before = votes(rejection(1, COUNCIL), approval(1, COUNCIL), approval(2, COUNCIL));
    Votes after = votes(approval(1, COUNCIL), approval(2, COUNCIL), rejection(1, COUNCIL));
    for (Votes votes : List.of(before, after)) {
      assertThat(voters(votes.approvals(COUNCIL))).containsExactly(2);
      assertThat(voters(votes.rejections(COUNCIL))).containsExactly(1);
    }
  }

  @Test
  void aVoteCountsInItsOwnCommittee() {
    Votes votes = votes(approval(1, COUNCIL), rejection(1, BOARD), approval(2, BOARD));
    assertThat(voters(votes.approvals(COUNCIL))).containsExactly(1);
    assertThat(votes.rejections(COUNCIL)).isEmpty();
    assertThat(voters(votes.approvals(BOARD))).containsExactly(2);
    assertThat(voters(votes.rejections(BOARD))).containsExactly(1);
  }

  private static List<Integer> voters(List<BallotRow> rows) {
    return rows.stream().map(row -> row.voter().value()).toList();
  }

  private static Votes votes(BallotRow... rows) {
    return new Votes(Stream.of(rows).toList());
  }

  private static BallotRow approval(int voter, Bytes32 roster) {
    NonceCommitment commitment =
        new NonceCommitment(
            1, RoundOne.commit(ALICE.key().signingShare(), TestRandom.seeded(2)).commitments());
    return row(voter, roster, new Ballot.Approve(commitment));
  }

  private static BallotRow rejection(int voter, Bytes32 roster) {
    return row(voter, roster, new Ballot.Reject("no"));
  }

  private static BallotRow row(int voter, Bytes32 roster, Ballot.Choice choice) {
    Ballot ballot = new Ballot(Bytes32.ZERO, roster, 0, new Identifier(voter), 1, choice);
    Jws signed = ALICE.identity().sign(ballot.toJson());
    return new BallotRow(ballot, signed, Instant.EPOCH);
  }

  private static TestMember member() {
    TestCeremony ceremony = TestCeremony.of(7, 2, "alice", "bob");
    ceremony.complete();
    return ceremony.member(1);
  }
}
