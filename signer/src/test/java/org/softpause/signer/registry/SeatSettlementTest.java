package org.softpause.signer.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.DEPLOYED_AT;
import static org.softpause.protocol.fixture.TestRegistry.DOMAIN;
import static org.softpause.protocol.fixture.TestRegistry.NOW;
import static org.softpause.protocol.fixture.TestRegistry.PARAMETERS;
import static org.softpause.signer.world.Fixtures.hash;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.world.Fixtures;

/** Bob founded the committee and stays in the reshared one; alice leaves. */
class SeatSettlementTest {
  private static final long SEED = 20261123;
  private static final TestCeremony BEFORE = TestCeremony.of(SEED, 2, "alice", "bob", "carol");
  private static final Ceremony FOUNDED = BEFORE.complete();
  private static final Roster OLD = TestCeremony.roster(FOUNDED);
  private static final TestCeremony AFTER =
      BEFORE.succeed(
          FOUNDED,
          CeremonyPurpose.RESHARE,
          3,
          List.of("alice", "bob"),
          List.of("bob", "carol", "dave", "erin"));
  private static final Ceremony RESHARED = AFTER.complete();
  private static final Roster NEW = TestCeremony.roster(RESHARED);

  private final RegistryState genesis =
      RegistryState.genesis(
          new Genesis(DOMAIN, DEPLOYED_AT, PARAMETERS, List.of(committee(OLD)), List.of()));

  @Test
  void aResharedShareSignsNothingBeforeTheLogNamesItsRoster() {
    SignerState settled = new SeatSettlement(genesis).settle(bob());

    assertThat(settled).isEqualTo(bob());
    assertThat(settled.memberships())
        .extracting(Membership::rosterHash)
        .containsExactly(OLD.hash());
  }

  @Test
  void onceTheRotateIsFinalTheNewShareIsInForceAndNothingIsLeftOfTheOld() {
    SignerState settled = new SeatSettlement(rotated()).settle(bob());

    assertThat(settled.memberships())
        .extracting(Membership::rosterHash)
        .containsExactly(NEW.hash());
    CeremonySeat old = settled.seat(OLD.ceremony()).orElseThrow();
    assertThat(old.status()).isEqualTo(SeatStatus.ENDED);
    assertThat(old.seed()).isEmpty();
    assertThat(old.signingShare()).isEmpty();
    assertThat(settled.ledger().nonces()).allMatch(nonce -> nonce.burned());
    assertThat(SignerState.decode(settled.encode())).isEqualTo(settled);
    assertThat(new SeatSettlement(rotated()).settle(settled)).isEqualTo(settled);
  }

  @Test
  void aLeaversShareIsDestroyedWithTheSameRotate() {
    SignerState alice = fresh().withSeat(seat(OLD, 1, SeatStatus.IN_FORCE, OLD.hash()));

    SignerState settled = new SeatSettlement(rotated()).settle(alice);

    assertThat(settled.memberships()).isEmpty();
    assertThat(settled.seats()).extracting(CeremonySeat::status).containsExactly(SeatStatus.ENDED);
  }

  @Test
  void aRefreshedSeatStandsUnderTheRosterThatTheRegistryNames() {
    SignerState carol = fresh().withSeat(seat(NEW, 2, SeatStatus.IN_FORCE, OLD.hash()));

    assertThat(new SeatSettlement(genesis).settle(carol)).isEqualTo(carol);
    CurrentCommittees inForce = new CurrentCommittees(genesis, carol, List.of(OLD), List.of());
    assertThat(inForce.rosters(MandateName.STANDING)).containsExactly(NEW);
    assertThat(inForce.memberships(MandateName.STANDING))
        .extracting(Membership::rosterHash)
        .containsExactly(NEW.hash());
    assertThat(inForce.memberships(MandateName.EMERGENCY)).isEmpty();
  }

  @Test
  void aRotateMayNameARefreshedSeatByItsOwnRosterToo() {
    SignerState carol = fresh().withSeat(seat(NEW, 2, SeatStatus.IN_FORCE, OLD.hash()));

    assertThat(new SeatSettlement(rotated()).settle(carol)).isEqualTo(carol);
    CurrentCommittees inForce = new CurrentCommittees(rotated(), carol, List.of(), List.of());
    assertThat(inForce.memberships(MandateName.STANDING))
        .extracting(Membership::rosterHash)
        .containsExactly(NEW.hash());
  }

  @Test
  void aRotateSignedBeforeAnotherRefreshDestroysNoShareOfIt() {
    Roster newest = TestCeremony.roster(AFTER.refresh(RESHARED, "bob", "carol", "dave").complete());
    SignerState carol =
        fresh()
            .withSeat(seat(NEW, 2, SeatStatus.IN_FORCE, OLD.hash()).ended())
            .withSeat(seat(newest, 2, SeatStatus.IN_FORCE, OLD.hash()));

    assertThat(new SeatSettlement(rotated()).settle(carol)).isEqualTo(carol);
  }

  @Test
  void ofTwoRefreshesOfOneRosterTheSecondWaitsForGood() {
    SignerState carol =
        fresh()
            .withSeat(seat(NEW, 2, SeatStatus.IN_FORCE, OLD.hash()))
            .withSeat(seat(OLD, 2, SeatStatus.WAITING, OLD.hash()));

    assertThat(new SeatSettlement(genesis).settle(carol)).isEqualTo(carol);
  }

  @Test
  void aRosterThatIsNotKnownHereIsNotMadeUp() {
    CurrentCommittees stranger = new CurrentCommittees(rotated(), fresh(), List.of(OLD), List.of());

    assertThat(stranger.rosters(MandateName.STANDING)).isEmpty();
    CurrentCommittees shown =
        new CurrentCommittees(rotated(), fresh(), List.of(OLD, NEW), List.of());
    assertThat(shown.rosters(MandateName.STANDING)).containsExactly(NEW);
  }

  @Test
  void aKeyThatNobodyNamesAnyMoreIsLeftAlone() {
    Roster other = TestCeremony.roster(TestCeremony.of(SEED + 1, 2, "frank", "grace").complete());
    RegistryState elsewhere =
        RegistryState.genesis(
            new Genesis(DOMAIN, DEPLOYED_AT, PARAMETERS, List.of(committee(other)), List.of()));

    assertThat(new SeatSettlement(elsewhere).settle(bob())).isEqualTo(bob());
  }

  /** STANDING under the same key with the new roster, signed by the old shares alone. */
  private RegistryState rotated() {
    Rotate rotate =
        new Rotate(
            MandateName.STANDING,
            0,
            MandateName.STANDING,
            0,
            List.of(committee(NEW)),
            NOW,
            NOW + 600,
            hash("reasons"));
    Bytes32 id = rotate.id(DOMAIN);
    return genesis.apply(
        new LogEntry(1, NOW, new Certificate(DOMAIN, rotate, List.of(BEFORE.sign(id)))));
  }

  private static CommitteeKey committee(Roster roster) {
    return new CommitteeKey(roster.groupKey(), roster.civil(), roster.hash());
  }

  private static SignerState bob() {
    SignerState seated =
        fresh()
            .withSeat(seat(OLD, 2, SeatStatus.IN_FORCE, OLD.hash()))
            .withSeat(seat(NEW, 1, SeatStatus.WAITING, NEW.hash()));
    return seated.withLedger(
        seated
            .ledger()
            .issue(
                hash("decision"),
                OLD.hash(),
                RoundOne.commit(BEFORE.member(2).key().signingShare(), TestRandom.seeded(SEED))));
  }

  private static SignerState fresh() {
    return SignerState.fresh("bob", new IdentityKey.Software(SecretBytes.copyOf(new byte[32])));
  }

  private static CeremonySeat seat(Roster roster, int self, SeatStatus status, Bytes32 registered) {
    boolean founded = roster.equals(OLD);
    return Fixtures.seat(
        roster,
        (founded ? BEFORE : AFTER).member(self).key(),
        founded ? Optional.empty() : Optional.of(OLD.hash()),
        registered,
        status);
  }
}
