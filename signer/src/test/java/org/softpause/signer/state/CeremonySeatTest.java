package org.softpause.signer.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.world.Fixtures.hash;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.frost.Identifier;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.world.TestCommittee;

/** A seat of alice, the first of five members, in each of its stages. */
class CeremonySeatTest {
  private static final SecureRandom RANDOM = new SeededRandom(42);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);

  @ParameterizedTest
  @CsvSource({
    "UNDER_WAY, false, true",
    "UNDER_WAY, true, false",
    "WAITING, true, true",
    "IN_FORCE, false, false",
    "ENDED, false, false"
  })
  void aSeatIsGivenUpBeforeItsRosterIsSignedOrWhileItWaits(
      SeatStatus status, boolean signed, boolean abandoned) {
    CeremonySeat seat = signed ? seat(status).withSent(message(Roster.TYPE)) : seat(status);
    assertThat(seat.canBeAbandoned()).isEqualTo(abandoned);
  }

  @ParameterizedTest
  @CsvSource({
    "UNDER_WAY, false, false",
    "WAITING, true, false",
    "IN_FORCE, true, true",
    "ENDED, false, false"
  })
  void onlyASeatInForceSignsAndOnlyThatOneAndAWaitingOneHoldAShare(
      SeatStatus status, boolean holds, boolean signs) {
    CeremonySeat seat = seat(status);
    assertThat(seat.holdsShare()).isEqualTo(holds);
    assertThat(Membership.holding(seat).isPresent()).isEqualTo(holds);
    assertThat(Membership.of(seat).isPresent()).isEqualTo(signs);
  }

  @Test
  void aSeatThatHasEndedKeepsNeitherSeedNorShare() {
    CeremonySeat ended = seat(SeatStatus.IN_FORCE).ended();
    assertThat(ended.status()).isEqualTo(SeatStatus.ENDED);
    assertThat(ended.seed()).isEmpty();
    assertThat(ended.signingShare()).isEmpty();
    assertThat(ended.key(COUNCIL.roster())).isEmpty();
    assertThat(ended.roster()).contains(COUNCIL.roster());
  }

  @Test
  void aSeatPutInForceKeepsAllElse() {
    CeremonySeat waiting = seat(SeatStatus.WAITING).withSent(message("x"));
    CeremonySeat inForce = waiting.inForce();
    assertThat(inForce.status()).isEqualTo(SeatStatus.IN_FORCE);
    assertThat(inForce).usingRecursiveComparison().ignoringFields("status").isEqualTo(waiting);
  }

  @Test
  void theKeyOfASeatIsItsShareInTheAgreedRoster() {
    assertThat(seat(SeatStatus.IN_FORCE).key(COUNCIL.roster()).orElseThrow().verifyingShare())
        .isEqualTo(COUNCIL.membership(1).key().verifyingShare());
  }

  @Test
  void thePurposeIsKnownOnceThePlanIsSigned() {
    CeremonyPlan plan =
        new CeremonyPlan(
            "Council",
            true,
            3,
            COUNCIL.roster().members().stream().map(RosterMember::member).toList(),
            Bytes32.ZERO,
            0);
    CeremonySeat seat = taken(Optional.empty()).withSent(message("x"));
    assertThat(seat.purpose()).isEmpty();
    assertThat(seat.withSent(COUNCIL.identity(1).sign(plan.toJson())).purpose())
        .contains(CeremonyPurpose.NEW);
  }

  @Test
  void messagesAreKeptInTheirOrderAndFoundByTheirType() {
    Jws first = message("x");
    Jws second = message("y");
    CeremonySeat seat = taken(Optional.empty()).withSent(first).withSent(second);
    assertThat(seat.sent()).containsExactly(first, second);
    assertThat(seat.sent("y")).contains(second);
    assertThat(seat.sent("z")).isEmpty();
  }

  @Test
  void aSeatComesBackAsItWasStoredWhateverItLacks() {
    CeremonySeat bare = taken(Optional.empty());
    CeremonySeat succeeding = taken(Optional.of(hash("before")));
    CeremonySeat ended = seat(SeatStatus.IN_FORCE).ended();
    assertThat(ObjectReader.read(bare.toJson(), CeremonySeat::read)).isEqualTo(bare);
    assertThat(ObjectReader.read(succeeding.toJson(), CeremonySeat::read)).isEqualTo(succeeding);
    assertThat(ObjectReader.read(ended.toJson(), CeremonySeat::read)).isEqualTo(ended);
  }

  private static CeremonySeat seat(SeatStatus status) {
    return COUNCIL.seat(1, status);
  }

  private static CeremonySeat taken(Optional<Bytes32> succeeds) {
    SecretBytes seed = SecretBytes.copyOf(new byte[CeremonySeat.SEED_LENGTH]);
    return CeremonySeat.taken(hash("ceremony"), new Identifier(1), seed, succeeds);
  }

  private static Jws message(String type) {
    return COUNCIL.identity(1).sign(new ObjectWriter().text("type", type).toJson());
  }
}
