package org.softpause.e2e.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.ProposedCeremony;
import org.softpause.e2e.harness.Signatory;
import org.softpause.e2e.process.Parallel;
import tools.jackson.databind.JsonNode;

/** A jurisdiction loses its share; its fellow members rebuild it, with real processes. */
@Tag("committee")
class RepairIT {
  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void aJurisdictionThatLostItsShareIsRepairedSignsAndItsOldStoreIsRefused() throws IOException {
    try (CommitteeHarness harness = CommitteeHarness.start(folder)) {
      Signatory lost = harness.officer("Brazil");
      List<Signatory> helpers = List.of(harness.officer("Switzerland"), harness.officer("Kenya"));
      List<Signatory> all = Stream.concat(helpers.stream(), Stream.of(lost)).toList();
      harness.enrol(all);
      Path backup = harness.file("brazil.backup");
      lost.backsUp(backup);
      ProposedCeremony committee = lost.proposesCeremony("International Compute Council", 2, all);
      Parallel.each(all, one -> one.joins(committee));
      harness.deploy(committee);
      Parallel.each(all, one -> one.checksDeployment(harness.service().deploymentFile()));

      Signatory anew = harness.officer(lost.name(), "new-machines");
      assertThat(anew.recovers(backup, lost).path("seats").isEmpty()).isTrue();
      ProposedCeremony repair = anew.asksForRepair(committee, helpers);
      Parallel.each(helpers, one -> one.helps(repair, anew));
      JsonNode repaired = anew.followsRepair(committee);
      assertThat(repaired.path("role").asString()).isEqualTo("repaired");
      anew.checksDeployment(harness.service().deploymentFile());

      String id = helpers.getFirst().proposes(CommitteeIT.drill(10), harness.reasons());
      assertThat(lost.isRefusedApproval(id)).isEqualTo("signer-behind");
      anew.approves(id);
      List.of(helpers.getFirst(), anew).forEach(Signatory::watches);
      JsonNode decision = harness.service().awaitState(id, LifecycleState.FINAL, SOON);
      assertThat(CommitteeIT.numbers(decision.path("signers"))).containsExactly(1, 3);
    }
  }
}
