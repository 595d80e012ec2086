package org.softpause.agent.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.actuator.OrderOutcome;
import org.softpause.agent.plan.CeilingPlan;
import org.softpause.agent.plan.CeilingPlanner;
import org.softpause.agent.plan.SlewLimit;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.EvidenceVerdict;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.json.JsonString;

class CycleReporterTest {
  @TempDir Path folder;
  @TempDir Path status;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private World world;
  private AgentState state;
  private CeilingPlan plan;
  private CycleReporter reporter;

  @BeforeEach
  void begin() {
    world = World.live(folder);
    state = TestAgent.enrolled(world, SiteRecords.TRAINING).state();
    plan = new CeilingPlanner(Duration.ofHours(1)).plan(state, world.clock().seconds());
    reporter =
        new CycleReporter(
            new OperatorLog(new PrintStream(out, true, UTF_8), world.clock()),
            status,
            10_000,
            world.clock());
  }

  @AfterEach
  void end() {
    world.close();
  }

  private void report(int level, int measured, OrderOutcome outcome) {
    reporter.report(
        new CycleResult(
            state,
            new EvidenceVerdict.Absent("away"),
            plan,
            500,
            level,
            measured,
            outcome,
            SlewLimit.of(state.enrolment(), 1000),
            Optional.empty()));
  }

  private List<String> warnings() {
    return out.toString(UTF_8).lines().filter(line -> line.contains(" WARN  partial")).toList();
  }

  private String problem() throws IOException {
    return LastStatus.read(status).members().get("problem") instanceof JsonString text
        ? text.value()
        : "";
  }

  @Test
  void theActuatorsLastErrorLinesStandInLogAndStatus() throws Exception {
    report(500, 9000, new OrderOutcome.Failed("it ended with code 1", List.of("retry", "away")));
    assertThat(warnings())
        .singleElement()
        .asString()
        .contains(
            "it ended with code 1; its standard error ends with: retry | away, ordered 5.00 %");
    assertThat(problem())
        .isEqualTo(
            "the actuator failed: it ended with code 1; its standard error ends with: retry | away");
  }

  @Test
  void aSiteAboveItsCeilingIsToldWithWhatTheActuatorComplainedOf() throws Exception {
    report(500, 900, new OrderOutcome.Enforced(900, List.of("node7 does not drain")));
    assertThat(warnings()).singleElement().asString().contains("node7 does not drain");
    assertThat(problem())
        .isEqualTo(
            "the site uses more than its ceiling allows; its standard error ends with: node7 does not drain");
    report(500, 500, new OrderOutcome.Enforced(500, List.of("all is well")));
    assertThat(problem()).isEmpty();
  }

  @Test
  void aFailureThatWordsItsErrorsAnewEachTimeIsToldOnce() {
    for (int second = 0; second < 55; second++) {
      report(
          10_000 - 100 * second,
          10_000,
          new OrderOutcome.Failed("it ended with code 1", List.of("at second " + second)));
      if (second % 5 == 4) {
        report(500, 400, new OrderOutcome.Enforced(400));
      }
      world.pass(1);
    }
    assertThat(warnings()).hasSize(1);
    assertThat(out.toString(UTF_8).lines().filter(line -> line.contains("carries out"))).hasSize(1);
  }

  @Test
  void anOrderThatTheSlewLimitHoldsBackIsPartialAndSaysWhichLimit() throws Exception {
    report(501, 501, new OrderOutcome.Enforced(501));
    assertThat(problem())
        .isEqualTo(
            "the site is still above its ceiling: slewBpsPerSecond lets it change by at most 1000 basis points a second");
    assertThat(warnings()).hasSize(1);
    report(500, 500, new OrderOutcome.Enforced(500));
    assertThat(problem()).isEmpty();
  }
}
