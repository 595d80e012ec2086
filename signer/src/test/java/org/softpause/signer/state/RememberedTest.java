package org.softpause.signer.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.world.Fixtures.NOW;
import static org.softpause.signer.world.Fixtures.hash;
import static org.softpause.signer.world.Fixtures.pause;
import static org.softpause.signer.world.Fixtures.subject;
import static org.softpause.signer.world.Refusals.refused;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SecretBytes;
import org.softpause.frost.SigningNonces;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.world.TestCommittee;

/** What a signer finds in its record: seats, ballots, its backup and where its key is. */
class RememberedTest {
  private static final SecureRandom RANDOM = new SeededRandom(43);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);
  private static final TestCommittee BOARD = new TestCommittee(3, RANDOM);
  private static final BallotCaster.Subject PAUSE = subject(pause(0, 500, NOW));
  private static final BallotCaster.Subject OTHER = subject(pause(1, 400, NOW));
  private static final IdentityKey KEY =
      new IdentityKey.Software(SecretBytes.copyOf(COUNCIL.identity(1).secretBytes()));
  private static final SignerState FRESH = SignerState.fresh("Kenya", KEY);

  @Test
  void aStateIsUnusedUntilAnythingIsDoneWithIt() {
    assertThat(FRESH.isUnused()).isTrue();
    assertThat(FRESH.withName("Brazil").isUnused()).isTrue();
    assertThat(FRESH.withName("Brazil").name()).isEqualTo("Brazil");
    assertThat(FRESH.withSeat(COUNCIL.seat(1, SeatStatus.UNDER_WAY)).isUnused()).isFalse();
    assertThat(FRESH.withLedger(NonceLedger.startingAfter(1)).isUnused()).isFalse();
  }

  @Test
  void aSeatTakesThePlaceOfItsEarlierStateAlone() {
    SignerState state =
        FRESH
            .withSeat(COUNCIL.seat(1, SeatStatus.UNDER_WAY))
            .withSeat(BOARD.seat(1, SeatStatus.IN_FORCE))
            .withSeat(COUNCIL.seat(1, SeatStatus.IN_FORCE));
    assertThat(state.seats()).hasSize(2);
    assertThat(state.seat(COUNCIL.roster().ceremony()))
        .map(CeremonySeat::status)
        .contains(SeatStatus.IN_FORCE);
    assertThat(state.seat(hash("none"))).isEmpty();
  }

  @Test
  void aSeatThatEndsBurnsTheNoncesOfItsOwnCommittee() {
    SignerState state =
        FRESH
            .withSeat(COUNCIL.seat(1, SeatStatus.IN_FORCE))
            .withSeat(BOARD.seat(1, SeatStatus.IN_FORCE))
            .withLedger(
                NonceLedger.EMPTY
                    .issue(PAUSE.id(), roster(COUNCIL), nonces())
                    .issue(PAUSE.id(), roster(BOARD), nonces()));
    SignerState after = state.withEnded(BOARD.seat(1, SeatStatus.IN_FORCE));
    assertThat(after.ledger().nonces()).extracting(Nonce::burned).containsExactly(false, true);
    assertThat(after.memberships())
        .extracting(Membership::rosterHash)
        .containsExactly(roster(COUNCIL));
  }

  @Test
  void aCommitteeThatWaitsIsHeldButSignsNoDecisions() {
    SignerState state =
        FRESH
            .withSeat(COUNCIL.seat(1, SeatStatus.IN_FORCE))
            .withSeat(BOARD.seat(1, SeatStatus.WAITING));
    assertThat(state.memberships())
        .extracting(Membership::rosterHash)
        .containsExactly(roster(COUNCIL));
    assertThat(state.holdings())
        .extracting(Membership::rosterHash)
        .containsExactly(roster(COUNCIL), roster(BOARD));
  }

  @Test
  void aCommitteeIsNamedByItsRegisteredRosterAndByEachRefreshOfItHere() {
    CeremonySeat founded = COUNCIL.seat(1, SeatStatus.ENDED);
    CeremonySeat refreshed =
        BOARD
            .seat(1, SeatStatus.UNDER_WAY)
            .completed(BOARD.roster(), roster(COUNCIL), SeatStatus.IN_FORCE);
    CeremonySeat underWay = BOARD.seat(2, SeatStatus.UNDER_WAY);
    SignerState state = FRESH.withSeat(founded).withSeat(refreshed);
    assertThat(state.isNamed(refreshed, roster(COUNCIL))).isTrue();
    assertThat(state.isNamed(founded, roster(BOARD))).isTrue();
    assertThat(state.isNamed(founded, hash("another"))).isFalse();
    assertThat(state.isNamed(underWay, roster(COUNCIL))).isFalse();
  }

  @Test
  void theLastBallotOnADecisionCountsInEachCommittee() {
    BallotRecord yes = ballot(PAUSE, COUNCIL, BallotChoice.APPROVE);
    BallotRecord no = ballot(PAUSE, COUNCIL, BallotChoice.REJECT);
    BallotRecord boards = ballot(PAUSE, BOARD, BallotChoice.APPROVE);
    BallotRecord other = ballot(OTHER, COUNCIL, BallotChoice.APPROVE);
    SignerState state = FRESH;
    for (BallotRecord cast : List.of(yes, boards, no, other)) {
      state = state.withBallot(cast, NonceLedger.EMPTY);
    }
    assertThat(state.latestBallot(PAUSE.id(), roster(COUNCIL))).contains(no);
    assertThat(state.latestBallot(PAUSE.id(), roster(BOARD))).contains(boards);
    assertThat(state.latestBallot(OTHER.id(), roster(BOARD))).isEmpty();
    assertThat(state.ballots(PAUSE.id())).containsExactly(boards, no);
    assertThat(state.ballots()).hasSize(4);
  }

  @Test
  void aBackupCoversTheSeatsItWasMadeOf() {
    SignerState state = FRESH.withBackup(new LastBackup(NOW, List.of(hash("ceremony"))));
    LastBackup read = SignerState.decode(state.encode()).backup().orElseThrow();
    assertThat(read.at()).isEqualTo(NOW);
    assertThat(read.covers(hash("ceremony"))).isTrue();
    assertThat(read.covers(hash("another"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 0xffff_ffffL})
  void aKeyInATokenComesBackWithItsSlotAndPin(long slot) {
    OptionalLong named = slot < 0 ? OptionalLong.empty() : OptionalLong.of(slot);
    IdentityKey token =
        new IdentityKey.Token(
            Path.of("/usr/lib/token.so"),
            named,
            "kenya",
            SecretBytes.copyOf("1234".getBytes(StandardCharsets.UTF_8)));
    SignerState state = SignerState.fresh("Kenya", token);
    assertThat(SignerState.decode(state.encode())).isEqualTo(state);
  }

  @Test
  void aDeploymentMustBeAnObject() {
    String json = new String(FRESH.encode(), StandardCharsets.UTF_8);
    String other = json.replaceFirst("\\{", "{\"deployment\":1,");
    refused(Rule.WRONG_TYPE, () -> SignerState.decode(other.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void wordsThatNameNoStageAndNoChoiceAreMalformed() {
    refused(Rule.MALFORMED_VALUE, () -> SeatStatus.parse("gone"));
    refused(Rule.MALFORMED_VALUE, () -> BallotChoice.parse("abstain"));
    for (SeatStatus status : SeatStatus.values()) {
      assertThat(SeatStatus.parse(status.word())).isEqualTo(status);
    }
    for (BallotChoice choice : BallotChoice.values()) {
      assertThat(BallotChoice.parse(choice.word())).isEqualTo(choice);
    }
  }

  private static BallotRecord ballot(
      BallotCaster.Subject subject, TestCommittee committee, BallotChoice choice) {
    Jws any = COUNCIL.identity(1).sign(new ObjectWriter().text("type", choice.word()).toJson());
    return new BallotRecord(subject.id(), roster(committee), choice, subject.decision(), any);
  }

  private static Bytes32 roster(TestCommittee committee) {
    Roster roster = committee.roster();
    return roster.hash();
  }

  private static SigningNonces nonces() {
    return RoundOne.commit(COUNCIL.membership(1).key().signingShare(), RANDOM);
  }
}
