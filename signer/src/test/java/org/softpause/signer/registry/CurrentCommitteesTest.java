package org.softpause.signer.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.DEPLOYED_AT;
import static org.softpause.protocol.fixture.TestRegistry.DOMAIN;
import static org.softpause.protocol.fixture.TestRegistry.NOW;
import static org.softpause.protocol.fixture.TestRegistry.PARAMETERS;
import static org.softpause.signer.world.Refusals.refused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.world.Fixtures;

/** Who signs a Rotate beside the committees of STANDING: new keys, and no key twice. */
class CurrentCommitteesTest {
  private static final TestCeremony COUNCIL = TestCeremony.of(1, 2, "alice", "bob", "carol");
  private static final Ceremony COUNCIL_FOUNDED = COUNCIL.complete();
  private static final Roster STANDING = TestCeremony.roster(COUNCIL_FOUNDED);
  private static final TestCeremony SWIFT = TestCeremony.of(2, 2, "dave", "erin", "frank");
  private static final Ceremony SWIFT_FOUNDED = SWIFT.complete();
  private static final Roster EMERGENCY = TestCeremony.roster(SWIFT_FOUNDED);
  private static final TestCeremony SWIFTER =
      SWIFT.succeed(
          SWIFT_FOUNDED,
          CeremonyPurpose.RESHARE,
          2,
          List.of("dave", "erin"),
          List.of("dave", "erin", "grace"));
  private static final Roster RESHARED = TestCeremony.roster(SWIFTER.complete());
  private static final TestCeremony NEWCOMERS = TestCeremony.of(3, 2, "heidi", "ivan");
  private static final Roster FRESH = TestCeremony.roster(NEWCOMERS.complete());
  private static final RegistryState LOG =
      RegistryState.genesis(
          new Genesis(
              DOMAIN, DEPLOYED_AT, PARAMETERS, List.of(key(STANDING)), List.of(key(EMERGENCY))));

  @Test
  void aBodyWithANewKeySignsAfterTheCommitteesOfStanding() {
    CurrentCommittees heidi = inForce(seat(NEWCOMERS, FRESH, SeatStatus.IN_FORCE));
    assertThat(heidi.signing(rotate(FRESH))).containsExactly(STANDING, FRESH);
    assertThat(heidi.memberships(rotate(FRESH)))
        .extracting(Membership::rosterHash)
        .containsExactly(FRESH.hash());
    refused(Rule.NOT_A_MEMBER, () -> heidi.requireMemberships(MandateName.STANDING));
  }

  @Test
  void aBodyThatARotateDoesNotListSignsNothingOfIt() {
    CurrentCommittees heidi = inForce(seat(NEWCOMERS, FRESH, SeatStatus.IN_FORCE));
    refused(Rule.NOT_A_MEMBER, () -> heidi.requireMemberships(rotate(RESHARED)));
  }

  @Test
  void aResharedBodyOfEmergencyProvesItsKeyWithTheSharesThatWait() {
    CurrentCommittees dave = inForce(seat(SWIFTER, RESHARED, SeatStatus.WAITING));
    assertThat(dave.signing(rotate(RESHARED))).containsExactly(STANDING, RESHARED);
    assertThat(dave.memberships(rotate(RESHARED)))
        .extracting(Membership::rosterHash)
        .containsExactly(RESHARED.hash());
    assertThat(dave.memberships(MandateName.EMERGENCY)).isEmpty();
  }

  @Test
  void aKeyThatStandingHasAlreadySignsOnce() {
    CurrentCommittees alice = inForce(seat(COUNCIL, STANDING, SeatStatus.IN_FORCE));
    assertThat(alice.signing(rotate(STANDING))).containsExactly(STANDING);
    assertThat(alice.memberships(rotate(STANDING))).hasSize(1);
  }

  @Test
  void whatWasProposedBeforeARefreshIsStillOnTheTableAndOfAnotherRosterNot() {
    TestCeremony refreshing = COUNCIL.refresh(COUNCIL_FOUNDED, "alice", "bob");
    Roster refreshed = TestCeremony.roster(refreshing.complete());
    SignerState alice =
        SignerState.fresh("alice", new IdentityKey.Software(SecretBytes.copyOf(new byte[32])))
            .withSeat(
                seat(refreshing, refreshed, SeatStatus.UNDER_WAY)
                    .completed(refreshed, STANDING.hash(), SeatStatus.IN_FORCE));
    CurrentCommittees inForce =
        new CurrentCommittees(LOG, alice, List.of(STANDING, FRESH, EMERGENCY), List.of());
    assertThat(inForce.rosters(MandateName.STANDING)).containsExactly(refreshed);
    assertThat(inForce.proposing(rotate(FRESH))).containsExactly(refreshed, STANDING);
  }

  private static CurrentCommittees inForce(CeremonySeat seat) {
    SignerState state =
        SignerState.fresh("someone", new IdentityKey.Software(SecretBytes.copyOf(new byte[32])))
            .withSeat(seat);
    return new CurrentCommittees(
        LOG, state, List.of(STANDING, EMERGENCY, RESHARED, FRESH), List.of());
  }

  /** The first member's. */
  private static CeremonySeat seat(TestCeremony ceremony, Roster roster, SeatStatus status) {
    return Fixtures.seat(roster, ceremony.member(1).key(), Optional.empty(), roster.hash(), status);
  }

  private static CommitteeKey key(Roster roster) {
    return new CommitteeKey(roster.groupKey(), roster.civil(), roster.hash());
  }

  private static Rotate rotate(Roster successor) {
    return new Rotate(
        MandateName.STANDING,
        0,
        MandateName.EMERGENCY,
        0,
        List.of(key(successor)),
        NOW,
        NOW + 600,
        Bytes32.ZERO);
  }
}
