package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.signer.world.FoundedRegistry;
import org.softpause.signer.world.Officer;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Outcome;

/** What is rarely proposed, renewals and rotations, and who comes to a registry later. */
class ProposalsTest {
  private static final RegistryParameters LICENSED =
      new RegistryParameters(Pflops.of(100), 1_800, 5, 604_800, 3_000, 600, 60);
  private static final long NOW = Officers.NOW.getEpochSecond();
  private static final String REGISTRY = FoundedRegistry.ADDRESS.toString();

  @TempDir static Path folder;
  private static Officers officers;
  private static Officer kenya;

  @BeforeAll
  static void aRegistryWithALicence() throws Exception {
    officers = Officers.withRegistry(folder, new SeededRandom(14), LICENSED);
    kenya = officers.kenya();
  }

  @AfterAll
  static void close() {
    officers.close();
  }

  @Test
  void aRenewalIsForAsLongAsTheRegistryAllowsUnlessAShorterTimeIsNamed() {
    Bytes32 longest = kenya.proposes("propose-renew").id();
    assertThat(officers.service().proposed(longest))
        .isEqualTo(renew(longest, NOW + 604_800, NOW + 86_400));
    Bytes32 shorter =
        kenya.proposes("propose-renew", "--for", "604790s", "--anchor-within", "1h").id();
    assertThat(officers.service().proposed(shorter))
        .isEqualTo(renew(shorter, NOW + 604_790, NOW + 3_600));
    assertThat(officers.brazil().reads(longest).out()).contains("operating licence");
    officers.sign(longest);
    kenya.proposes("propose-renew", "--for", "604801s").refused("operating-until-too-late");
    kenya.proposes("propose-renew", "--for", "1h").refused("operating-until-not-rising");
  }

  @Test
  void aWithdrawalVoidsWhatWasProposedForItsSlotSoFar() {
    Bytes32 regretted = kenya.proposesPause().id();
    Pause pause = (Pause) officers.service().proposed(regretted);
    String slot = pause.slot().toString();
    Bytes32 id = kenya.proposes("propose-withdraw", "--slot", slot, "--anchor-within", "1h").id();
    assertThat(officers.service().proposed(id))
        .isInstanceOfSatisfying(
            Withdraw.class,
            withdraw -> {
              assertThat(withdraw.mandate()).isEqualTo(MandateName.STANDING);
              assertThat(withdraw.slot()).isEqualTo(pause.slot());
              assertThat(withdraw.proposedAt()).isGreaterThanOrEqualTo(pause.proposedAt());
              assertThat(withdraw.anchorBy()).isEqualTo(withdraw.proposedAt() + 3_600);
            });
    assertThat(officers.brazil().reads(id).out()).contains("WITHDRAWAL", "can never be");
    officers.sign(id);
    kenya.proposes("propose-withdraw", "--slot", "16").refused("slot-out-of-range");
    kenya
        .proposes("propose-withdraw", "--slot", "0", "--mandate", "emergency")
        .refused("slot-out-of-range");
  }

  @Test
  void aRotationNamesTheCommitteesOfCompleteCeremoniesAndThoseThatStay() throws Exception {
    Bytes32 resharing = officers.reshare().id();
    Officer norway = officers.named("Norway");
    norway.run("check-deployment", "--joining", REGISTRY).done();
    Bytes32 rotate = kenya.proposesRotation(resharing).id();
    Roster founded = officers.service().foundedRoster();
    assertThat(officers.service().proposed(rotate))
        .isInstanceOfSatisfying(
            Rotate.class,
            proposed -> {
              assertThat(proposed.target()).isEqualTo(MandateName.STANDING);
              assertThat(proposed.anchorBy()).isEqualTo(NOW + 21_600);
              assertThat(proposed.committees())
                  .extracting(CommitteeKey::key)
                  .containsExactly(founded.groupKey());
              assertThat(proposed.committees().getFirst().roster()).isNotEqualTo(founded.hash());
            });
    assertThat(officers.brazil().reads(rotate).out()).contains("Norway");
    assertThat(norway.approves(rotate).err()).startsWith("refused: ");
    officers.sign(rotate);
  }

  @Test
  void aRotationThatNamesNobodyOrAnUnknownCeremonyIsRefused() {
    kenya.proposes("propose-rotate").refused("committee-count-out-of-range");
    kenya
        .proposes("propose-rotate", "--delete", "--keep-others")
        .refused("committee-count-out-of-range");
    kenya.proposes("propose-rotate", "--delete").refused("committee-count-out-of-range");
    kenya.proposes("propose-rotate", "--ceremonies", Bytes32.ZERO.toString()).refused("not-found");
  }

  @Test
  void aNewcomerPinsTheRegistryWhoseAddressItHasFromElsewhere() {
    officers.enrol(List.of("Ghana"));
    Officer ghana = officers.named("Ghana");
    String other = "0x00000000000000000000000000000000000000ab";
    ghana.pinsRegistry().refused("deployment-not-ours");
    ghana.run("check-deployment", "--joining", other).refused("deployment-not-ours");
    ghana.run("decisions").refused("deployment-not-pinned");
    Outcome pinned = ghana.json("check-deployment", "--joining", REGISTRY);
    assertThat(pinned.text("registry")).isEqualTo(REGISTRY);
    Bytes32 pause = kenya.proposesPause().id();
    assertThat(ghana.reads(pause).out()).contains("France (250)");
    ghana.approves(pause).refused("not-a-member");
  }

  private static Renew renew(Bytes32 id, long until, long anchorBy) {
    return new Renew(
        MandateName.STANDING,
        0,
        until,
        NOW,
        anchorBy,
        officers.service().proposed(id).reasonHash());
  }
}
