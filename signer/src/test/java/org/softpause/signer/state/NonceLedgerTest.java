package org.softpause.signer.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.world.Fixtures.hash;
import static org.softpause.signer.world.Refusals.refused;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SigningNonces;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.world.TestCommittee;

/** Commitments to two decisions, each for two committees. */
class NonceLedgerTest {
  private static final SecureRandom RANDOM = new SeededRandom(41);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);
  private static final Bytes32 PAUSE = hash("pause");
  private static final Bytes32 LIFT = hash("lift");
  private static final Bytes32 COUNCILS = hash("the council's roster");
  private static final Bytes32 BOARDS = hash("the board's roster");

  @Test
  void aNumberIsKnownOnlyIfThisLedgerGaveIt() {
    NonceLedger ledger =
        NonceLedger.startingAfter(5)
            .issue(PAUSE, COUNCILS, nonces())
            .issue(LIFT, COUNCILS, nonces());
    assertThat(ledger.nonce(0)).isEmpty();
    assertThat(ledger.nonce(5)).isEmpty();
    assertThat(ledger.nonce(6)).map(Nonce::subject).contains(PAUSE);
    assertThat(ledger.nonce(7)).map(Nonce::subject).contains(LIFT);
    assertThat(ledger.nonce(8)).isEmpty();
    assertThat(ledger.highestNumber()).isEqualTo(7);
    assertThat(ledger.nextNumber()).isEqualTo(8);
  }

  @Test
  void aRejectionBurnsWhatIsForThatDecisionInThatCommittee() {
    assertThat(burned(four().burnAll(PAUSE, COUNCILS))).containsExactly(1L);
  }

  @Test
  void aDestroyedShareTakesEveryNonceOfItsCommitteeAlong() {
    assertThat(burned(four().burnRoster(BOARDS))).containsExactly(2L, 4L);
  }

  @Test
  void aShareBurnsItsOwnNonceAndIsFoundForItsOwnPackageAlone() {
    Bytes32 packageHash = hash("package");
    NonceLedger ledger = four().finish(3, share(LIFT, COUNCILS, packageHash));
    assertThat(burned(ledger)).containsExactly(3L);
    assertThat(ledger.share(LIFT, COUNCILS, packageHash)).isPresent();
    assertThat(ledger.share(PAUSE, COUNCILS, packageHash)).isEmpty();
    assertThat(ledger.share(LIFT, BOARDS, packageHash)).isEmpty();
    assertThat(ledger.share(LIFT, COUNCILS, hash("other"))).isEmpty();
  }

  @Test
  void sharesAreCountedForOneDecisionInOneCommittee() {
    NonceLedger ledger =
        four()
            .finish(1, share(PAUSE, COUNCILS, hash("first")))
            .finish(2, share(PAUSE, BOARDS, hash("first")))
            .finish(3, share(LIFT, COUNCILS, hash("first")))
            .issue(PAUSE, COUNCILS, nonces())
            .finish(5, share(PAUSE, COUNCILS, hash("second")));
    assertThat(ledger.shares(PAUSE, COUNCILS)).isEqualTo(2);
    assertThat(ledger.shares(LIFT, BOARDS)).isZero();
    assertThat(ledger.hasShare(LIFT, COUNCILS)).isTrue();
    assertThat(ledger.hasShare(LIFT, BOARDS)).isFalse();
  }

  @Test
  void aRecoveredLedgerComesBackWithTheNumberItStartedAfter() {
    NonceLedger recovered = NonceLedger.startingAfter(6).issue(PAUSE, COUNCILS, nonces());
    assertThat(ObjectReader.read(recovered.toJson(), NonceLedger::read)).isEqualTo(recovered);
    assertThat(ObjectReader.read(four().toJson(), NonceLedger::read)).isEqualTo(four());
    assertThat(NonceLedger.EMPTY.toJson().members()).doesNotContainKey("base");
  }

  @Test
  void aStoredLedgerWithAGapIsMalformed() {
    NonceLedger ledger = NonceLedger.startingAfter(6).issue(PAUSE, COUNCILS, nonces());
    ObjectWriter moved =
        new ObjectWriter()
            .array("nonces", ledger.nonces(), Nonce::toJson)
            .array("shares", ledger.shares(), FinishedShare::toJson)
            .number("base", 7);
    refused(Rule.MALFORMED_VALUE, () -> ObjectReader.read(moved.toJson(), NonceLedger::read));
  }

  @Test
  void aNonceComesBackAsItWasIssuedUntilItIsBurned() {
    SigningNonces issued = nonces();
    Nonce nonce = NonceLedger.EMPTY.issue(PAUSE, COUNCILS, issued).nonce(1).orElseThrow();
    assertThat(nonce.burned()).isFalse();
    assertThat(nonce.nonces().commitments()).isEqualTo(issued.commitments());
    assertThat(nonce.burn().burned()).isTrue();
    assertThat(ObjectReader.read(nonce.burn().toJson(), Nonce::read)).isEqualTo(nonce.burn());
  }

  private static final List<SigningNonces> FOUR =
      IntStream.range(0, 4).mapToObj(each -> nonces()).toList();

  private static NonceLedger four() {
    return NonceLedger.EMPTY
        .issue(PAUSE, COUNCILS, FOUR.get(0))
        .issue(PAUSE, BOARDS, FOUR.get(1))
        .issue(LIFT, COUNCILS, FOUR.get(2))
        .issue(LIFT, BOARDS, FOUR.get(3));
  }

  private static List<Long> burned(NonceLedger ledger) {
    return ledger.nonces().stream().filter(Nonce::burned).map(Nonce::number).toList();
  }

  private static FinishedShare share(Bytes32 subject, Bytes32 roster, Bytes32 packageHash) {
    Jws message = COUNCIL.identity(1).sign(new ObjectWriter().text("type", "x").toJson());
    return new FinishedShare(subject, roster, packageHash, message);
  }

  private static SigningNonces nonces() {
    return RoundOne.commit(COUNCIL.membership(1).key().signingShare(), RANDOM);
  }
}
