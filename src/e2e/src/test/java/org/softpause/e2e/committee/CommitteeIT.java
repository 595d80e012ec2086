package org.softpause.e2e.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.e2e.committee.CommitteeWorld.together;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.e2e.process.Poll;
import org.softpause.e2e.world.Ceremony;
import org.softpause.e2e.world.Jurisdiction;
import org.softpause.e2e.world.LifecycleState;
import org.softpause.e2e.world.PauseOrder;
import tools.jackson.databind.JsonNode;

/** One committee through what a committee meets in decades, in a minute or two. */
@Tag("committee")
class CommitteeIT {
  private static final String HOSTILE = "India";
  private static final String SILENT = "World Citizens Assembly";
  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void aCommitteeOutlivesALiarASilentMemberAndAServiceKilledMeanwhile()
      throws IOException, InterruptedException {
    try (CommitteeWorld world = CommitteeWorld.start(folder)) {
      Founded founded = found(world);
      theHonestSignWithoutTheLiarAndTheSilent(world, founded);
    }
  }

  /**
   * Three honest officers, one that will fall silent, and the registry that obeys three of five.
   */
  private record Founded(List<Jurisdiction> honest, Jurisdiction silent, JsonNode roster) {
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

  private static Founded found(CommitteeWorld world) throws IOException {
    List<Jurisdiction> honest =
        List.of(world.officer("Switzerland"), world.officer("Kenya"), world.officer("Brazil"));
    Jurisdiction silent = world.officer(SILENT);
    List<Jurisdiction> ours = Stream.concat(honest.stream(), Stream.of(silent)).toList();
    world.enrol(ours);
    world.hostile(HOSTILE);
    Ceremony ceremony =
        honest
            .getFirst()
            .proposesCeremonyOf(
                "International Compute Council",
                3,
                List.of("Switzerland", "Kenya", "Brazil", HOSTILE, SILENT));
    together(ours, one -> one.joins(ceremony));
    JsonNode deployment = world.deploy(ceremony);
    together(ours, one -> one.checksDeployment(world.service().deploymentFile()));
    return new Founded(honest, silent, deployment.path("rosters").get(0));
  }

  /**
   * The silent one proposes and is heard of no more; the liar approves at once and sits in the
   * first session with it. The service is killed before anybody else answers.
   */
  private static void theHonestSignWithoutTheLiarAndTheSilent(CommitteeWorld world, Founded founded)
      throws IOException, InterruptedException {
    int liar = founded.seatOf(HOSTILE);
    int silent = founded.seatOf(SILENT);
    String id = founded.silent().proposes(drill(10), world.reasons());
    Poll.untilTrue(HOSTILE + " to approve", SOON, () -> approvals(world, id).contains(liar));
    founded.honest().forEach(one -> one.approves(id));
    Poll.untilTrue(HOSTILE + " to be named", SOON, () -> culprits(world, id).contains(liar));
    world.service().killAndRestart();
    founded.honest().forEach(Jurisdiction::watches);
    JsonNode decision = world.service().awaitState(id, LifecycleState.FINAL, SOON);
    assertThat(numbers(decision.path("signers"))).doesNotContain(liar, silent).hasSize(3);
    assertThat(culprits(world, id)).containsExactly(liar);
    assertThat(numbers(decision.path("silent"))).containsExactly(silent);
    new Evidence(world.service(), founded.roster()).convicts(id, HOSTILE);
  }

  private static PauseOrder drill(int slot) {
    return new PauseOrder(slot, 5000, List.of(), 7, 60, 5, 0, true);
  }

  private static List<Integer> approvals(CommitteeWorld world, String id) {
    return numbers(world.service().decision(id).path("approvals"));
  }

  private static List<Integer> culprits(CommitteeWorld world, String id) {
    return numbers(world.service().decision(id).path("culprits"));
  }

  private static List<Integer> numbers(JsonNode array) {
    return array.valueStream().map(JsonNode::asInt).toList();
  }
}
