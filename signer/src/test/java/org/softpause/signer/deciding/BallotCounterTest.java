package org.softpause.signer.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.world.Fixtures.DOMAIN;
import static org.softpause.signer.world.Fixtures.NOW;
import static org.softpause.signer.world.Fixtures.hash;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.words.BallotTally;
import org.softpause.signer.world.Fixtures;
import org.softpause.signer.world.TestCommittee;

/** Ballots of a committee of five on one pause, as the service shows them. */
class BallotCounterTest {
  private static final SecureRandom RANDOM = new SeededRandom(54);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);
  private static final TestCommittee STRANGERS = new TestCommittee(3, RANDOM);
  private static final Bytes32 ROSTER = COUNCIL.roster().hash();
  private static final Pause PAUSE = Fixtures.pause(0, 500, NOW);
  private static final Bytes32 ID = PAUSE.id(DOMAIN);
  private static final VerifiedProposal PROPOSAL =
      new VerifiedProposal(ID, PAUSE, COUNCIL.roster().member(new Identifier(1)), COUNCIL.roster());

  @Test
  void eachMemberCountsOnceAsApprovingAndOnceAsRejecting() {
    Jws alices = COUNCIL.ballot(1, ID, 0, approve(1));
    Jws again = COUNCIL.ballot(1, ID, 0, approve(1));
    Jws bobs = COUNCIL.ballot(2, ID, 0, approve(2));
    Jws carols = COUNCIL.ballot(3, ID, 0, new Ballot.Reject("no"));
    Jws bobsLater = COUNCIL.ballot(2, ID, 0, new Ballot.Reject("regretted"));
    assertThat(count(bobs, alices, again, carols, bobsLater, bobsLater))
        .isEqualTo(
            new BallotTally(
                "Council",
                3,
                5,
                List.of("bob", "alice"),
                List.of(
                    new BallotTally.Rejection("carol", "no"),
                    new BallotTally.Rejection("bob", "regretted"))));
  }

  @Test
  void whatIsNotTheMembersOwnVoteHereIsNotCounted() {
    assertThat(approvals(COUNCIL.ballot(2, hash("another"), 0, approve(2)))).isEmpty();
    assertThat(approvals(COUNCIL.ballot(2, ID, 1, approve(2)))).isEmpty();
    assertThat(approvals(STRANGERS.ballot(2, ID, 0, approve(2)))).isEmpty();
    assertThat(approvals(signed(2, Bytes32.ZERO, 2))).isEmpty();
    assertThat(approvals(signed(2, ROSTER, 3))).isEmpty();
    assertThat(approvals(signed(2, ROSTER, 2))).containsExactly("bob");
  }

  @Test
  void whatIsNoBallotOrIsAlteredIsPassedOver() {
    Jws request =
        COUNCIL.identity(2).sign(new ObjectWriter().text("type", "softpause-request-v1").toJson());
    String[] parts = signed(2, ROSTER, 2).compact().split("\\.", -1);
    String[] others = signed(2, Bytes32.ZERO, 2).compact().split("\\.", -1);
    Jws altered = Jws.parse(parts[0] + "." + parts[1] + "." + others[2]);
    assertThat(approvals(request, altered, signed(3, ROSTER, 3))).containsExactly("carol");
  }

  private static Jws signed(int member, Bytes32 roster, int voter) {
    return COUNCIL
        .identity(member)
        .sign(new Ballot(ID, roster, 0, new Identifier(voter), NOW, approve(voter)).toJson());
  }

  private static List<String> approvals(Jws... ballots) {
    return count(ballots).approved();
  }

  private static BallotTally count(Jws... ballots) {
    return BallotCounter.count(PROPOSAL, COUNCIL.roster(), List.of(ballots));
  }

  private static Ballot.Approve approve(int member) {
    return COUNCIL.approval(member, 1, RANDOM);
  }
}
