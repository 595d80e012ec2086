package org.softpause.signer.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.DOMAIN;
import static org.softpause.protocol.fixture.TestRegistry.NOW;
import static org.softpause.signer.world.Fixtures.hash;
import static org.softpause.signer.world.Refusals.refused;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.FinishedShare;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.NonceLedger;
import org.softpause.signer.state.SignerState;

/** Alice approved one pause for slot 0, and another is proposed for it. */
class ApprovalRulesTest {
  private static final SecureRandom RANDOM = new SeededRandom(53);
  private static final SoftwareIdentity ALICE = SoftwareIdentity.generate(RANDOM);
  private static final Jws ANY = ALICE.sign(new ObjectWriter().text("type", "x").toJson());
  private static final Bytes32 ROSTER = hash("roster");
  private static final Bytes32 OTHER_ROSTER = hash("other roster");
  private static final RegistryState EMPTY = TestRegistry.state();
  private static final Pause FIRST = new PauseBuilder().build();
  private static final SignerState APPROVED = voted(fresh(), FIRST, BallotChoice.APPROVE);

  @Test
  void aSlotIsHeldByWhatTheRegistryCouldStillAnchor() {
    Pause second = new PauseBuilder().ceilingBps(400).proposedAt(NOW + 1).build();
    refused(Rule.SLOT_STILL_APPROVED, () -> check(APPROVED, EMPTY, second));
    refused(Rule.SLOT_STILL_APPROVED, () -> check(APPROVED, withdrawn(NOW - 1), second));
    check(APPROVED, withdrawn(NOW), second);
    assertThat(APPROVED.ballots()).hasSize(1);
  }

  @Test
  void aPauseOfAnEpochThatIsOverHoldsNoSlot() {
    Pause second = new PauseBuilder().epoch(1).ceilingBps(400).build();
    RegistryState rotated =
        TestRegistry.anchor(
            EMPTY,
            new Rotate(
                MandateName.STANDING,
                0,
                MandateName.STANDING,
                0,
                List.of(EMPTY.committees(MandateName.STANDING).getFirst()),
                NOW,
                NOW + 600,
                hash("rotation")),
            NOW);
    assertThat(rotated.epoch(MandateName.STANDING)).isEqualTo(1);
    check(APPROVED, rotated, second);
  }

  @Test
  void aRejectionFreesTheSlotOnlyIfNoShareHasLeft() {
    Pause second = new PauseBuilder().ceilingBps(400).build();
    SignerState rejected = voted(APPROVED, FIRST, BallotChoice.REJECT);
    check(rejected, EMPTY, second);
    NonceLedger left =
        new NonceLedger(
            0, List.of(), List.of(new FinishedShare(id(FIRST), ROSTER, hash("package"), ANY)));
    refused(Rule.SLOT_STILL_APPROVED, () -> check(rejected.withLedger(left), EMPTY, second));
    NonceLedger elsewhere =
        new NonceLedger(
            0,
            List.of(),
            List.of(new FinishedShare(id(FIRST), OTHER_ROSTER, hash("package"), ANY)));
    check(rejected.withLedger(elsewhere), EMPTY, second);
    assertThat(rejected.ballots()).hasSize(2);
  }

  @Test
  void onlyAnotherPauseForTheSlotIsAnObstacle() {
    check(APPROVED, EMPTY, FIRST);
    check(APPROVED, EMPTY, new PauseBuilder().slot(1).build());
    check(APPROVED, EMPTY, withdraw(NOW));
    check(voted(fresh(), withdraw(NOW), BallotChoice.APPROVE), EMPTY, FIRST);
    assertThat(APPROVED.ballots()).hasSize(1);
  }

  @Test
  void aProposalAheadOfTheClockIsJudgedByTheRegistryAtItsOwnTime() {
    Pause ahead =
        new PauseBuilder().proposedAt(NOW + 300).effectiveAt(NOW + 300).anchorBy(NOW + 900).build();
    check(fresh(), EMPTY, ahead);
    Pause expired = new PauseBuilder().proposedAt(NOW - 600).anchorBy(NOW - 1).build();
    refused(Rule.ANCHOR_BY_PASSED, () -> check(fresh(), EMPTY, expired));
  }

  private static void check(SignerState own, RegistryState registry, Decision decision) {
    new ApprovalRules(own, Optional.of(registry), NOW).check(id(decision), decision, NOW);
  }

  private static RegistryState withdrawn(long proposedAt) {
    return TestRegistry.anchor(EMPTY, withdraw(proposedAt), NOW);
  }

  private static Withdraw withdraw(long proposedAt) {
    return new Withdraw(
        MandateName.STANDING, 0, new Slot(0), proposedAt, proposedAt + 600, hash("regretted"));
  }

  private static SignerState voted(SignerState before, Decision pause, BallotChoice choice) {
    BallotRecord ballot = new BallotRecord(id(pause), ROSTER, choice, pause, ANY);
    return before.withBallot(ballot, before.ledger());
  }

  private static SignerState fresh() {
    return SignerState.fresh(
        "alice", new IdentityKey.Software(SecretBytes.copyOf(ALICE.secretBytes())));
  }

  private static Bytes32 id(Decision decision) {
    return decision.id(DOMAIN);
  }
}
