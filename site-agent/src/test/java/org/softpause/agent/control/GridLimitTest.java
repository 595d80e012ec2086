package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.site.SitePower;
import org.softpause.protocol.site.SiteRecord;

/**
 * A site of 20 MW whose record lets its load change by 12 MW a minute: 100 basis points a second.
 */
class GridLimitTest {
  private static final SiteRecord SITE =
      SiteRecords.training(
          "Netz",
          20_000,
          SiteRecords.hardware(20_000),
          new SitePower(20_000, OptionalLong.of(12_000)));

  @TempDir Path folder;
  private World world;
  private TestAgent agent;

  @BeforeEach
  void begin() {
    world = World.live(folder);
    agent = TestAgent.enrolled(world, SITE);
    agent.cycle();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private List<Long> curve(String member) {
    JsonObject curve = (JsonObject) agent.statusMember("plannedCurve").orElseThrow();
    return ((JsonArray) Objects.requireNonNull(curve.members().get(member)))
        .elements().stream().map(each -> ((JsonInteger) each).value()).toList();
  }

  private List<String> curveLines() {
    return agent.lines().stream().filter(line -> line.contains("planned curve")).toList();
  }

  private List<Integer> steps() {
    List<Integer> levels = agent.actuator().levels();
    List<Integer> steps = new ArrayList<>();
    for (int i = 1; i < levels.size(); i++) {
      steps.add(levels.get(i) - levels.get(i - 1));
    }
    return steps;
  }

  @Test
  void theLoadFallsAndReturnsNoFasterThanTheRecordAllows() {
    LogEntry pause = world.anchorPause();
    agent.live(110);
    assertThat(agent.level()).isEqualTo(500);
    world.anchorLift(pause);
    agent.live(110);
    assertThat(agent.level()).isEqualTo(10_000);
    assertThat(steps()).allMatch(step -> Math.abs(step) <= 100).contains(-100, 100);
  }

  @Test
  void whereTheLimitHoldsTheSiteAboveItsCeilingThatIsPartialWithThisReason() {
    world.anchorPause();
    agent.live(40);
    assertThat(agent.target()).isEqualTo(500);
    assertThat(agent.level()).isGreaterThan(500);
    assertThat(agent.told("enforcement")).isEqualTo("partial");
    assertThat(agent.told("problem"))
        .isEqualTo(
            "the site is still above its ceiling: the site record lets its load change by at most 12000 kW a minute");
    agent.live(80);
    assertThat(agent.told("enforcement")).isEqualTo("full");
    assertThat(agent.told("problem")).isEmpty();
  }

  @Test
  void thePlannedCurveIsToldMinuteByMinuteBeforeTheFirstStep() {
    assertThat(agent.statusMember("plannedCurve")).isEmpty();
    world.anchorPause();
    agent.live(1);
    assertThat(agent.level()).isEqualTo(10_000);
    assertThat(curve("ceilingBps")).startsWith(10_000L, 4_000L, 500L).endsWith(5_250L, 10_000L);
    assertThat(curve("kilowatts")).startsWith(20_000L, 8_000L, 1_000L).endsWith(10_500L, 20_000L);
    assertThat(curveLines())
        .singleElement()
        .asString()
        .contains("+0 min 100.00 % 20000 kW, +2 min 5.00 % 1000 kW");
    agent.live(60);
    assertThat(curveLines()).hasSize(1);
  }

  @Test
  void aPauseThatIsLearntLateIsStillToldBeforeItsFirstStep() {
    world.anchorPause();
    world.pass(600);
    List<Boolean> told = new ArrayList<>();
    agent.actuator().before(() -> told.add(agent.statusMember("plannedCurve").isPresent()));
    agent.cycle();
    assertThat(agent.level()).isEqualTo(9_800);
    assertThat(told).isNotEmpty().first().isEqualTo(true);
  }

  @Test
  void aCurveThatIsOverIsNoLongerShown() {
    long now = world.clock().seconds();
    world.registry().anchor(world.registry().pause(0, now, now + 120, now - 1), now);
    agent.live(1);
    assertThat(curve("ceilingBps")).endsWith(10_000L);
    agent.live(300);
    assertThat(agent.level()).isEqualTo(10_000);
    assertThat(agent.statusMember("plannedCurve")).isEmpty();
  }

  @Test
  void theReturnOfALongPauseIsPlannedOnceTheWayDownIsOver() {
    long now = world.clock().seconds();
    world.registry().anchor(world.registry().pause(0, now, now + 200_000, now - 1), now);
    agent.live(1);
    assertThat(curve("ceilingBps")).endsWith(500L);
    agent.live(200);
    assertThat(agent.level()).isEqualTo(500);
    assertThat(curve("ceilingBps")).startsWith(500L, 6_500L, 10_000L);
    assertThat(curveLines()).hasSize(2);
  }
}
