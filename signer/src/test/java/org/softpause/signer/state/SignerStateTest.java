package org.softpause.signer.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.signer.world.Fixtures.NOW;
import static org.softpause.signer.world.Fixtures.hash;
import static org.softpause.signer.world.Fixtures.pause;
import static org.softpause.signer.world.Fixtures.subject;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SecretBytes;
import org.softpause.frost.SigningNonces;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.world.TestCommittee;

class SignerStateTest {
  private static final SecureRandom RANDOM = new SeededRandom(12);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);

  @Test
  void everythingComesBackAsItWasStored() {
    SignerState state = state();
    assertThat(SignerState.decode(state.encode())).isEqualTo(state);
  }

  @Test
  void aSeatThatIsCompleteCanSign() {
    Membership membership = Membership.of(state().seats().getFirst()).orElseThrow();
    assertThat(membership.rosterHash()).isEqualTo(COUNCIL.roster().hash());
    assertThat(membership.self()).isEqualTo(new Identifier(1));
  }

  @Test
  void memberNamesOfTheFormatAreStrict() {
    String json = new String(state().encode(), UTF_8);
    String more = json.replaceFirst("\\{", "{\"extra\":1,");
    assertThatThrownBy(() -> SignerState.decode(more.getBytes(UTF_8)))
        .isInstanceOf(RuleViolation.class);
    String other = json.replace("softpause-signer-state-v1", "softpause-signer-state-v2");
    assertThatThrownBy(() -> SignerState.decode(other.getBytes(UTF_8)))
        .isInstanceOf(RuleViolation.class);
  }

  @Test
  void numbersOfALedgerHaveNoGap() {
    Nonce second = new Nonce(2, hash("s"), hash("r"), Optional.empty());
    assertThatThrownBy(() -> new NonceLedger(0, List.of(second), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noSecretIsPrinted() {
    SignerState state = state();
    String printed = state.toString();
    String secret = HexFormat.of().formatHex(identity());
    assertThat(printed).contains("redacted").doesNotContain(secret);
  }

  private static byte[] identity() {
    return COUNCIL.identity(1).secretBytes();
  }

  private static SignerState state() {
    BallotCaster.Subject pause = subject(pause(0, 500, NOW));
    SigningNonces nonces = RoundOne.commit(COUNCIL.membership(1).key().signingShare(), RANDOM);
    Jws message = COUNCIL.identity(1).sign(new ObjectWriter().text("type", "x").toJson());
    CeremonySeat seat =
        CeremonySeat.taken(
                hash("ceremony"),
                new Identifier(1),
                SecretBytes.copyOf(new byte[32]),
                Optional.empty())
            .withSent(message)
            .withSigningShare(
                SecretBytes.copyOf(COUNCIL.membership(1).key().signingShare().exposeSecretBytes()))
            .completed(COUNCIL.roster(), COUNCIL.roster().hash(), SeatStatus.IN_FORCE);
    NonceLedger ledger =
        NonceLedger.EMPTY
            .issue(pause.id(), COUNCIL.roster().hash(), nonces)
            .issue(pause.id(), COUNCIL.roster().hash(), nonces)
            .finish(
                1,
                new FinishedShare(pause.id(), COUNCIL.roster().hash(), hash("package"), message));
    BallotRecord ballotRecord =
        new BallotRecord(
            pause.id(), COUNCIL.roster().hash(), BallotChoice.APPROVE, pause.decision(), message);
    return SignerState.fresh("Kenya", new IdentityKey.Software(SecretBytes.copyOf(identity())))
        .withSeat(seat)
        .withDeployment(new ObjectWriter().text("type", "x").toJson())
        .withBallot(ballotRecord, ledger);
  }
}
