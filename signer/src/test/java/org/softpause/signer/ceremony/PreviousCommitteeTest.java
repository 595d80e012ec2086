package org.softpause.signer.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.softpause.signer.world.Fixtures.hash;
import static org.softpause.signer.world.Refusals.refused;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.Nonce;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.world.TestCommittee;

/** What alice, the first of five, may take part in, and what becomes of her seat. */
class PreviousCommitteeTest {
  private static final SecureRandom RANDOM = new SeededRandom(61);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);
  private static final TestCommittee BOARD = new TestCommittee(3, RANDOM);
  private static final Roster ROSTER = COUNCIL.roster();
  private static final Identifier ALICE = new Identifier(1);
  private static final SignerState FRESH =
      SignerState.fresh(
          "alice", new IdentityKey.Software(SecretBytes.copyOf(COUNCIL.identity(1).secretBytes())));
  private static final SignerState SEATED = FRESH.withSeat(COUNCIL.seat(1, SeatStatus.IN_FORCE));

  @Test
  void aSuccessionStartsFromTheRosterThatIsInForceHereOrFromAStrangers() {
    CeremonyPlan refresh = plan(CeremonyPurpose.REFRESH, ROSTER);
    assertThatCode(() -> PreviousCommittee.requireInForce(SEATED, refresh))
        .doesNotThrowAnyException();
    assertThatCode(() -> PreviousCommittee.requireInForce(FRESH, refresh))
        .doesNotThrowAnyException();
    assertThatCode(() -> PreviousCommittee.requireInForce(SEATED, founding()))
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                PreviousCommittee.requireInForce(
                    SEATED, plan(CeremonyPurpose.REFRESH, BOARD.roster())))
        .doesNotThrowAnyException();
    CeremonyPlan stale = plan(CeremonyPurpose.REFRESH, renamed());
    refused(Rule.WRONG_ROSTER, () -> PreviousCommittee.requireInForce(SEATED, stale));
  }

  @Test
  void onlyAShareThatIsHereIsHandedOn() {
    CeremonyPlan refresh = plan(CeremonyPurpose.REFRESH, ROSTER);
    assertThatCode(() -> PreviousCommittee.requireShare(SEATED, refresh, ALICE))
        .doesNotThrowAnyException();
    refused(Rule.WRONG_ROLE, () -> PreviousCommittee.requireShare(FRESH, refresh, ALICE));
    assertThatCode(() -> PreviousCommittee.requireShare(FRESH, refresh, new Identifier(5)))
        .doesNotThrowAnyException();
  }

  @Test
  void aCommitteeHasOneRefreshAtATime() {
    CeremonyPlan refresh = plan(CeremonyPurpose.REFRESH, ROSTER);
    SignerState underWay = SEATED.withSeat(taken(ROSTER.hash(), Optional.empty()));
    refused(Rule.REFRESH_UNDER_WAY, () -> PreviousCommittee.requireOnlyRefresh(underWay, refresh));
    for (SignerState free :
        List.of(
            SEATED,
            SEATED.withSeat(taken(BOARD.roster().hash(), Optional.empty())),
            SEATED.withSeat(taken(ROSTER.hash(), Optional.empty()).ended()),
            SEATED.withSeat(
                taken(ROSTER.hash(), Optional.of(plan(CeremonyPurpose.RESHARE, ROSTER)))))) {
      assertThatCode(() -> PreviousCommittee.requireOnlyRefresh(free, refresh))
          .doesNotThrowAnyException();
    }
    assertThatCode(
            () ->
                PreviousCommittee.requireOnlyRefresh(
                    underWay, plan(CeremonyPurpose.RESHARE, ROSTER)))
        .doesNotThrowAnyException();
  }

  @Test
  void aNewGroupIsInForceAtOnceAndAResharedOneWaits() {
    CeremonySeat underWay = taken(hash("none"), Optional.empty());
    assertThat(completed(FRESH, underWay, CeremonyPurpose.NEW).status())
        .isEqualTo(SeatStatus.IN_FORCE);
    assertThat(completed(FRESH, underWay, CeremonyPurpose.RESHARE).status())
        .isEqualTo(SeatStatus.WAITING);
  }

  @Test
  void aRefreshTakesTheStandingAndTheNameOfTheSeatBeforeAndEndsItIfThatWasInForce() {
    CeremonySeat underWay = taken(ROSTER.hash(), Optional.empty());
    SignerState after =
        PreviousCommittee.complete(SEATED, underWay, CeremonyPurpose.REFRESH, BOARD.roster());
    assertThat(statuses(after)).containsExactly(SeatStatus.IN_FORCE, SeatStatus.ENDED);
    assertThat(after.seats().getFirst().registered()).contains(ROSTER.hash());

    SignerState waiting = FRESH.withSeat(COUNCIL.seat(1, SeatStatus.WAITING));
    SignerState both =
        PreviousCommittee.complete(waiting, underWay, CeremonyPurpose.REFRESH, BOARD.roster());
    assertThat(statuses(both)).containsExactly(SeatStatus.WAITING, SeatStatus.WAITING);
    refused(
        Rule.WRONG_ROSTER,
        () -> PreviousCommittee.complete(FRESH, underWay, CeremonyPurpose.REFRESH, BOARD.roster()));
  }

  @Test
  void aRefreshEndsNoSeatOfAnotherCommittee() {
    CeremonySeat other = new TestCommittee(3, RANDOM).seat(1, SeatStatus.IN_FORCE);
    SignerState two = FRESH.withSeat(other).withSeat(COUNCIL.seat(1, SeatStatus.IN_FORCE));
    CeremonySeat underWay = taken(ROSTER.hash(), Optional.empty());
    SignerState after =
        PreviousCommittee.complete(two, underWay, CeremonyPurpose.REFRESH, BOARD.roster());
    assertThat(after.seat(other.ceremony())).contains(other);
    assertThat(after.seat(ROSTER.ceremony())).map(CeremonySeat::status).contains(SeatStatus.ENDED);
  }

  @Test
  void theNoncesOfTheProofOfPossessionAreBurnedOnceItIsMade() {
    Bytes32 subject = BOARD.roster().possession().message();
    SignerState state =
        FRESH.withLedger(
            FRESH
                .ledger()
                .issue(
                    subject,
                    BOARD.roster().hash(),
                    RoundOne.commit(BOARD.membership(1).key().signingShare(), RANDOM)));
    SignerState after =
        PreviousCommittee.complete(
            state, taken(hash("none"), Optional.empty()), CeremonyPurpose.NEW, BOARD.roster());
    assertThat(after.ledger().nonces()).hasSize(1).allMatch(Nonce::burned);
  }

  private static CeremonySeat completed(
      SignerState state, CeremonySeat seat, CeremonyPurpose purpose) {
    return PreviousCommittee.complete(state, seat, purpose, BOARD.roster()).seats().getLast();
  }

  private static List<SeatStatus> statuses(SignerState state) {
    return state.seats().stream().map(CeremonySeat::status).toList();
  }

  private static CeremonySeat taken(Bytes32 succeeds, Optional<CeremonyPlan> signed) {
    CeremonySeat seat =
        CeremonySeat.taken(
            hash("ceremony"),
            ALICE,
            SecretBytes.copyOf(new byte[CeremonySeat.SEED_LENGTH]),
            Optional.of(succeeds));
    return signed.map(plan -> seat.withSent(COUNCIL.identity(1).sign(plan.toJson()))).orElse(seat);
  }

  private static CeremonyPlan founding() {
    return new CeremonyPlan("Council", true, 3, members(ROSTER), Bytes32.ZERO, 0, Optional.empty());
  }

  /** A succession of the committee, whose first three members deal. */
  private static CeremonyPlan plan(CeremonyPurpose purpose, Roster previous) {
    List<Identifier> dealers = List.of(ALICE, new Identifier(2), new Identifier(3));
    return new CeremonyPlan(
        previous.body(),
        previous.civil(),
        3,
        members(previous),
        Bytes32.ZERO,
        0,
        Optional.of(new Succession(purpose, previous, dealers)));
  }

  /** The same key under another roster, as before a refresh. */
  private static Roster renamed() {
    return new Roster(
        hash("earlier"),
        hash("earlier"),
        ROSTER.body(),
        ROSTER.civil(),
        ROSTER.minSigners(),
        ROSTER.groupKey(),
        ROSTER.members());
  }

  private static List<Member> members(Roster roster) {
    return roster.members().stream().map(RosterMember::member).toList();
  }
}
