package org.softpause.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.site.SitePower;

class PlannedCurveTest {
  private static final SitePower POWER = new SitePower(20_000, OptionalLong.of(1_200));
  private static final SlewLimit SLEW = new SlewLimit(10_000, 900, POWER);

  @Test
  void eachPointIsAMinuteAndTheEndStandsOnlyOnce() {
    PlannedCurve curve = PlannedCurve.follow(time -> 8_500, 10_000, 1_000, SLEW).orElseThrow();
    assertThat(curve.ceilingBps()).containsExactly(10_000, 9_400, 8_800, 8_500);
    assertThat(curve.until()).isEqualTo(1_180);
  }

  @Test
  void aTargetThatTheLevelHasReachedHasNoCurve() {
    assertThat(PlannedCurve.follow(time -> 10_000, 10_000, 1_000, SLEW)).isEmpty();
  }

  @Test
  void aCurveEndsAfterADayAndItsLineStaysShort() {
    SlewLimit slowest = new SlewLimit(10_000, 1, new SitePower(1_440, OptionalLong.of(1)));
    PlannedCurve curve =
        PlannedCurve.follow(time -> time % 120 == 0 ? 100 : 9_000, 10_000, 0, slowest)
            .orElseThrow();
    assertThat(curve.ceilingBps()).hasSize(1_441);
    assertThat(CanonicalJson.encode(curve.toJson()).length).isLessThan(24_000);
    assertThat(curve.describe()).hasSizeLessThan(2_500).contains("+1440 min");
  }

  @Test
  void aRiseIsPlannedAlongTheShortestRamp() {
    SlewLimit slew = new SlewLimit(10_000, 900, new SitePower(20_000, OptionalLong.empty()));
    assertThat(PlannedCurve.follow(time -> 10_000, 9_000, 0, slew).orElseThrow().ceilingBps())
        .containsExactly(9_000, 9_666, 10_000);
  }

  @Test
  void aCurveHasTwoPointsAtLeastAndADayOfThemAtMost() {
    assertThatThrownBy(() -> new PlannedCurve(0, List.of(1), POWER)).hasMessageContaining("2..");
    List<Integer> most = Collections.nCopies(1_441, 1);
    assertThat(new PlannedCurve(0, most, POWER).until()).isEqualTo(86_400);
    List<Integer> more = IntStream.range(0, 1_442).boxed().toList();
    assertThatThrownBy(() -> new PlannedCurve(0, more, POWER)).hasMessageContaining("1441");
  }
}
