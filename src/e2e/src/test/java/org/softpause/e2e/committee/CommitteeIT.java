package org.softpause.e2e.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.PauseOrder;
import org.softpause.e2e.harness.ProposedCeremony;
import org.softpause.e2e.harness.Signatory;
import org.softpause.e2e.process.Parallel;
import org.softpause.e2e.process.Poll;
import tools.jackson.databind.JsonNode;

/** Takes one committee, in minutes, through everything that may happen to it in decades. */
@Tag("committee")
class CommitteeIT {
  private static final String HOSTILE = "India";
  private static final String SILENT = "World Citizens Assembly";
  private static final List<String> NEWCOMERS = List.of("Norway", "Ghana", "Chile", "Japan");
  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void aCommitteeOutlivesALostMachineALiarASilentMemberAndItsOwnMembers()
      throws IOException, InterruptedException {
    try (CommitteeHarness harness = CommitteeHarness.start(folder)) {
      Founded founded = found(harness);
      founded = founded.with(recovered(harness, founded.officer("Kenya")));
      theHonestSignWithoutTheLiarAndTheSilent(harness, founded);
      CommitteeHandover handover = new CommitteeHandover(harness, founded);
      handover.reshareToFourOfSeven(NEWCOMERS);
      handover.theNewCommitteeSignsOnTheSameRegistryUnderTheSameKey();
      handover.theLeaversCannotSignWithThreeOfTheNew(harness.hostileShare());
    }
  }

  /** The founders: three honest officers and one that will fall silent, with their roster. */
  record Founded(List<Signatory> honest, Signatory silent, JsonNode roster) {
    Signatory officer(String name) {
      return honest.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** Returns the founders after one officer has moved to another machine. */
    Founded with(Signatory moved) {
      List<Signatory> officers = new ArrayList<>(honest);
      officers.replaceAll(one -> one.name().equals(moved.name()) ? moved : one);
      return new Founded(List.copyOf(officers), silent, roster);
    }

    int seatOf(String name) {
      return roster
          .path("members")
          .valueStream()
          .filter(member -> member.path("name").asString().equals(name))
          .findFirst()
          .orElseThrow()
          .path("identifier")
          .asInt();
    }
  }

  private static Founded found(CommitteeHarness harness) throws IOException {
    List<Signatory> honest =
        List.of(
            harness.officer("Switzerland"), harness.officer("Kenya"), harness.officer("Brazil"));
    Signatory silent = harness.officer(SILENT);
    List<Signatory> ours = Stream.concat(honest.stream(), Stream.of(silent)).toList();
    harness.enrol(ours);
    harness.hostile(HOSTILE);
    ProposedCeremony ceremony =
        honest
            .getFirst()
            .proposesCeremonyOf(
                "International Compute Council",
                3,
                List.of("Switzerland", "Kenya", "Brazil", HOSTILE, SILENT));
    Parallel.each(ours, one -> one.joins(ceremony));
    JsonNode deployment = harness.deploy(ceremony);
    Parallel.each(ours, one -> one.checksDeployment(harness.service().deploymentFile()));
    return new Founded(honest, silent, deployment.path("rosters").get(0));
  }

  /** One machine is lost, and its officer recovers from the backup at another one. */
  private static Signatory recovered(CommitteeHarness harness, Signatory lost) throws IOException {
    Path backup = harness.file("kenya.backup");
    lost.backsUp(backup);
    Signatory again = harness.officer(lost.name(), "new-machines");
    assertThat(again.recovers(backup, lost).path("seats").size()).isEqualTo(1);
    again.checksDeployment(harness.service().deploymentFile());
    return again;
  }

  /**
   * The silent member proposes and then never answers. The liar approves at once, so both are in
   * the first session. The service is killed before anybody else answers.
   */
  private static void theHonestSignWithoutTheLiarAndTheSilent(
      CommitteeHarness harness, Founded founded) throws IOException, InterruptedException {
    int liar = founded.seatOf(HOSTILE);
    int silent = founded.seatOf(SILENT);
    String id = founded.silent().proposes(drill(10), harness.reasons());
    Poll.untilTrue(HOSTILE + " to approve", SOON, () -> numbers(harness, id, "approvals", liar));
    founded.honest().forEach(one -> one.approves(id));
    Poll.untilTrue(HOSTILE + " to be named", SOON, () -> numbers(harness, id, "culprits", liar));
    harness.service().killAndRestart();
    founded.honest().forEach(Signatory::watches);
    JsonNode decision = harness.service().awaitState(id, LifecycleState.FINAL, SOON);
    assertThat(numbers(decision.path("signers"))).doesNotContain(liar, silent).hasSize(3);
    assertThat(numbers(decision.path("culprits"))).containsExactly(liar);
    assertThat(numbers(decision.path("silent"))).containsExactly(silent);
    new PublishedEvidence(harness.service(), founded.roster()).convicts(id, HOSTILE);
  }

  static PauseOrder drill(int slot) {
    return new PauseOrder(slot, 5000, List.of(), 7, 60, 5, 0, true);
  }

  private static boolean numbers(CommitteeHarness harness, String id, String list, int member) {
    return numbers(harness.service().decision(id).path(list)).contains(member);
  }

  static List<Integer> numbers(JsonNode array) {
    return array.valueStream().map(JsonNode::asInt).toList();
  }
}
