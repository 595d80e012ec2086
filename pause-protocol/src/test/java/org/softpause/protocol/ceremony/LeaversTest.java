package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Aggregation;
import org.softpause.frost.FrostException.InvalidSignature;
import org.softpause.frost.FrostException.InvalidSignatureShares;
import org.softpause.frost.Identifier;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.SigningShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.fixture.OddGroup;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestRandom;

/** A committee is reshared from 3 of 5 to 4 of 7. Dave and erin leave and keep their old shares. */
class LeaversTest {
  private static final TestCeremony FOUNDING = TestCeremony.threeOfFive(17);
  private static final Ceremony FOUNDED = FOUNDING.complete();
  private static final TestCeremony RESHARING =
      FOUNDING.succeed(
          FOUNDED,
          CeremonyPurpose.RESHARE,
          4,
          List.of("alice", "bob", "carol"),
          List.of("alice", "bob", "carol", "frank", "grace", "heidi", "ivan"));
  private static final PublicKeyPackage KEYS =
      TestCeremony.roster(RESHARING.complete()).publicKeys();
  private static final SigningShare DAVE = FOUNDING.member(4).key().signingShare();
  private static final SigningShare ERIN = FOUNDING.member(5).key().signingShare();

  private final SecureRandom random = TestRandom.seeded(18);

  @Test
  void fourOfTheNewSign() {
    OddGroup.Signed signed = sign(seats(4, 5, 6, 7), Map.of());
    KEYS.verifyingKey()
        .verify(
            Bytes32.ZERO.bytes(),
            Aggregation.aggregate(signed.signingPackage(), signed.shares(), KEYS));
  }

  @Test
  void oneLeaverWithThreeOfTheNewIsNamedInWhateverSeat() {
    for (int seat = 1; seat <= 4; seat++) {
      assertBlames(sign(seats(5, 6, 7), Map.of(new Identifier(seat), DAVE)), seat);
    }
  }

  @Test
  void bothLeaversWithThreeOfTheNewAreNamed() {
    Map<Identifier, SigningShare> leavers =
        Map.of(new Identifier(3), DAVE, new Identifier(4), ERIN);
    assertBlames(sign(seats(5, 6, 7), leavers), 3, 4);
    assertBlames(sign(seats(6, 7), leavers), 3, 4);
  }

  @Test
  void whoTakesTheirSharesForThoseOfTheSeatsGetsASignatureThatDoesNotVerify() {
    Map<Identifier, SigningShare> all = new HashMap<>(seats(5, 6, 7));
    all.put(new Identifier(3), DAVE);
    all.put(new Identifier(4), ERIN);
    OddGroup group = new OddGroup(KEYS, all);
    OddGroup.Signed signed = group.sign(Bytes32.ZERO, random);

    assertThatThrownBy(
            () ->
                Aggregation.aggregate(signed.signingPackage(), signed.shares(), group.pretended()))
        .isExactlyInstanceOf(InvalidSignature.class);
  }

  private OddGroup.Signed sign(
      Map<Identifier, SigningShare> members, Map<Identifier, SigningShare> leavers) {
    Map<Identifier, SigningShare> all = new HashMap<>(members);
    all.putAll(leavers);
    return new OddGroup(KEYS, all).sign(Bytes32.ZERO, random);
  }

  private static Map<Identifier, SigningShare> seats(int... members) {
    Map<Identifier, SigningShare> shares = new HashMap<>();
    for (int member : members) {
      shares.put(new Identifier(member), RESHARING.member(member).key().signingShare());
    }
    return shares;
  }

  private static void assertBlames(OddGroup.Signed signed, int... seats) {
    List<Identifier> blamed = new ArrayList<>();
    for (int seat : seats) {
      blamed.add(new Identifier(seat));
    }
    InvalidSignatureShares refused =
        catchThrowableOfType(
            InvalidSignatureShares.class,
            () -> Aggregation.aggregate(signed.signingPackage(), signed.shares(), KEYS));
    assertThat(refused.culprits()).containsExactlyElementsOf(blamed);
  }
}
