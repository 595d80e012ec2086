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

/** One committee through what a committee meets in decades, in a few minutes. */
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
    try (CommitteeHarness world = CommitteeHarness.start(folder)) {
      Founded founded = found(world);
      founded = founded.with(recovered(world, founded.officer("Kenya")));
      theHonestSignWithoutTheLiarAndTheSilent(world, founded);
      CommitteeHandover handover = new CommitteeHandover(world, founded);
      handover.reshareToFourOfSeven(NEWCOMERS);
      handover.theNewCommitteeSignsOnTheSameRegistryUnderTheSameKey();
      handover.theLeaversCannotSignWithThreeOfTheNew(world.hostileShare());
    }
  }

  /**
   * Three honest officers, one that will fall silent, and the registry that obeys three of five.
   */
  record Founded(List<Signatory> honest, Signatory silent, JsonNode roster) {
    Signatory officer(String name) {
      return honest.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** With an officer at another machine. */
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

  private static Founded found(CommitteeHarness world) throws IOException {
    List<Signatory> honest =
        List.of(world.officer("Switzerland"), world.officer("Kenya"), world.officer("Brazil"));
    Signatory silent = world.officer(SILENT);
    List<Signatory> ours = Stream.concat(honest.stream(), Stream.of(silent)).toList();
    world.enrol(ours);
    world.hostile(HOSTILE);
    ProposedCeremony ceremony =
        honest
            .getFirst()
            .proposesCeremonyOf(
                "International Compute Council",
                3,
                List.of("Switzerland", "Kenya", "Brazil", HOSTILE, SILENT));
    Parallel.each(ours, one -> one.joins(ceremony));
    JsonNode deployment = world.deploy(ceremony);
    Parallel.each(ours, one -> one.checksDeployment(world.service().deploymentFile()));
    return new Founded(honest, silent, deployment.path("rosters").get(0));
  }

  /** A machine is lost for good; its officer goes on at another, from the backup alone. */
  private static Signatory recovered(CommitteeHarness world, Signatory lost) throws IOException {
    Path backup = world.file("kenya.backup");
    lost.backsUp(backup);
    Signatory again = world.officer(lost.name(), "new-machines");
    assertThat(again.recovers(backup, lost).path("seats").size()).isEqualTo(1);
    again.checksDeployment(world.service().deploymentFile());
    return again;
  }

  /**
   * The silent one proposes and is heard of no more; the liar approves at once and sits in the
   * first session with it. The service is killed before anybody else answers.
   */
  private static void theHonestSignWithoutTheLiarAndTheSilent(
      CommitteeHarness world, Founded founded) throws IOException, InterruptedException {
    int liar = founded.seatOf(HOSTILE);
    int silent = founded.seatOf(SILENT);
    String id = founded.silent().proposes(drill(10), world.reasons());
    Poll.untilTrue(HOSTILE + " to approve", SOON, () -> numbers(world, id, "approvals", liar));
    founded.honest().forEach(one -> one.approves(id));
    Poll.untilTrue(HOSTILE + " to be named", SOON, () -> numbers(world, id, "culprits", liar));
    world.service().killAndRestart();
    founded.honest().forEach(Signatory::watches);
    JsonNode decision = world.service().awaitState(id, LifecycleState.FINAL, SOON);
    assertThat(numbers(decision.path("signers"))).doesNotContain(liar, silent).hasSize(3);
    assertThat(numbers(decision.path("culprits"))).containsExactly(liar);
    assertThat(numbers(decision.path("silent"))).containsExactly(silent);
    new PublishedEvidence(world.service(), founded.roster()).convicts(id, HOSTILE);
  }

  static PauseOrder drill(int slot) {
    return new PauseOrder(slot, 5000, List.of(), 7, 60, 5, 0, true);
  }

  private static boolean numbers(CommitteeHarness world, String id, String list, int member) {
    return numbers(world.service().decision(id).path(list)).contains(member);
  }

  static List<Integer> numbers(JsonNode array) {
    return array.valueStream().map(JsonNode::asInt).toList();
  }
}
