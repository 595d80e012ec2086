package org.softpause.signer.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.world.Refusals.refused;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningPackage;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.ceremony.CeremonyParticipant;
import org.softpause.protocol.ceremony.CeremonyStep;
import org.softpause.protocol.ceremony.PossessionPackage;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.committee.RosterMember;
import org.softpause.protocol.decision.PackageHash;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Nonce;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.world.TestCommittee;

/** Alice, the first of five members, proves possession over boards that show ever new sessions. */
class PossessionNoncesTest {
  private static final SecureRandom RANDOM = new SeededRandom(20261128);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);
  private static final Roster ROSTER = COUNCIL.roster();
  private static final Bytes32 SUBJECT = ROSTER.possession().message();

  /** Three of five: ROAST takes at most three sessions. */
  @Test
  void aProofOfPossessionGetsNoMoreSharesThanSigningTakesSessions(@TempDir Path folder) {
    SignerState state = committed(folder);
    for (int session = 1; session <= 3; session++) {
      state = sign(state);
    }
    SignerState exhausted = state;
    assertThat(exhausted.ledger().shares(SUBJECT, ROSTER.hash())).isEqualTo(3);

    refused(Rule.SESSIONS_EXHAUSTED, () -> sign(exhausted));
  }

  private static SignerState committed(Path folder) {
    SignerState fresh =
        COUNCIL.member(1, folder.resolve("home"), new PosixDisk(), RANDOM).store().read();
    KeyPackage key = COUNCIL.membership(1).key();
    return fresh
        .withSeat(seat())
        .withLedger(
            fresh
                .ledger()
                .issue(SUBJECT, ROSTER.hash(), RoundOne.commit(key.signingShare(), RANDOM)));
  }

  private static CeremonySeat seat() {
    return COUNCIL.seat(1, SeatStatus.UNDER_WAY);
  }

  private static SignerState sign(SignerState state) {
    CeremonyPlan plan =
        new CeremonyPlan(
            "Council",
            true,
            3,
            ROSTER.members().stream().map(RosterMember::member).toList(),
            Bytes32.ZERO,
            0);
    CeremonyParticipant alice =
        CeremonyParticipant.of(plan, COUNCIL.identity(1), Seed.generate(RANDOM), RANDOM);
    CeremonyStep.SignPossession step = new CeremonyStep.SignPossession(ROSTER, session(state));
    return PossessionNonces.sign(state, seat(), alice, step, RANDOM).after();
  }

  /** A session of alice's outstanding commitment and fresh ones of two others. */
  private static PossessionPackage session(SignerState state) {
    Nonce outstanding =
        state.ledger().nonces().stream().filter(nonce -> !nonce.burned()).findFirst().orElseThrow();
    Map<Identifier, SigningCommitments> points = new TreeMap<>();
    points.put(new Identifier(1), outstanding.nonces().commitments());
    for (int other = 2; other <= 3; other++) {
      KeyPackage key = COUNCIL.membership(other).key();
      points.put(new Identifier(other), RoundOne.commit(key.signingShare(), RANDOM).commitments());
    }
    SigningPackage signed = SigningPackage.of(points, SUBJECT.bytes());
    return new PossessionPackage(
        signed, PackageHash.of(ROSTER.hash(), ROSTER.groupKey(), SUBJECT, signed.commitments()));
  }
}
