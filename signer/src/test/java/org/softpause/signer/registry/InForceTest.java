package org.softpause.signer.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.protocol.fixture.TestRegistry.DEPLOYED_AT;
import static org.softpause.protocol.fixture.TestRegistry.DOMAIN;
import static org.softpause.protocol.fixture.TestRegistry.NOW;
import static org.softpause.protocol.fixture.TestRegistry.PARAMETERS;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Ceremony;
import org.softpause.protocol.committee.Purpose;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.Seat;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.Standing;

/** Who signs a Rotate beside the committees of STANDING: new keys, and no key twice. */
class InForceTest {
  private static final TestCeremony COUNCIL = TestCeremony.of(1, 2, "alice", "bob", "carol");
  private static final Ceremony COUNCIL_FOUNDED = COUNCIL.complete();
  private static final Roster STANDING = TestCeremony.roster(COUNCIL_FOUNDED);
  private static final TestCeremony SWIFT = TestCeremony.of(2, 2, "dave", "erin", "frank");
  private static final Ceremony SWIFT_FOUNDED = SWIFT.complete();
  private static final Roster EMERGENCY = TestCeremony.roster(SWIFT_FOUNDED);
  private static final TestCeremony SWIFTER =
      SWIFT.succeed(
          SWIFT_FOUNDED,
          Purpose.RESHARE,
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
    InForce heidi = inForce(seat(NEWCOMERS, FRESH, Standing.IN_FORCE));
    assertThat(heidi.signing(rotate(FRESH))).containsExactly(STANDING, FRESH);
    assertThat(heidi.memberships(rotate(FRESH)))
        .extracting(Membership::rosterHash)
        .containsExactly(FRESH.hash());
    assertThatThrownBy(() -> heidi.requireMemberships(MandateName.STANDING))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(Rule.NOT_A_MEMBER));
  }

  @Test
  void aBodyThatARotateDoesNotListSignsNothingOfIt() {
    InForce heidi = inForce(seat(NEWCOMERS, FRESH, Standing.IN_FORCE));
    assertThatThrownBy(() -> heidi.requireMemberships(rotate(RESHARED)))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(Rule.NOT_A_MEMBER));
  }

  @Test
  void aResharedBodyOfEmergencyProvesItsKeyWithTheSharesThatWait() {
    InForce dave = inForce(seat(SWIFTER, RESHARED, Standing.WAITING));
    assertThat(dave.signing(rotate(RESHARED))).containsExactly(STANDING, RESHARED);
    assertThat(dave.memberships(rotate(RESHARED)))
        .extracting(Membership::rosterHash)
        .containsExactly(RESHARED.hash());
    assertThat(dave.memberships(MandateName.EMERGENCY)).isEmpty();
  }

  @Test
  void aKeyThatStandingHasAlreadySignsOnce() {
    InForce alice = inForce(seat(COUNCIL, STANDING, Standing.IN_FORCE));
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
                seat(refreshing, refreshed, Standing.UNDER_WAY)
                    .completed(refreshed, STANDING.hash(), Standing.IN_FORCE));
    InForce inForce = new InForce(LOG, alice, List.of(STANDING, FRESH, EMERGENCY), List.of());
    assertThat(inForce.rosters(MandateName.STANDING)).containsExactly(refreshed);
    assertThat(inForce.proposing(rotate(FRESH))).containsExactly(refreshed, STANDING);
  }

  private static InForce inForce(Seat seat) {
    SignerState state =
        SignerState.fresh("someone", new IdentityKey.Software(SecretBytes.copyOf(new byte[32])))
            .withSeat(seat);
    return new InForce(LOG, state, List.of(STANDING, EMERGENCY, RESHARED, FRESH), List.of());
  }

  /** The first member's. */
  private static Seat seat(TestCeremony ceremony, Roster roster, Standing standing) {
    return Seat.taken(
            roster.ceremony(),
            new Identifier(1),
            SecretBytes.copyOf(new byte[32]),
            Optional.empty())
        .withSigningShare(
            SecretBytes.copyOf(ceremony.member(1).key().signingShare().exposeSecretBytes()))
        .completed(roster, roster.hash(), standing);
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
