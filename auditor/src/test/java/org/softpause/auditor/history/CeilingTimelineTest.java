package org.softpause.auditor.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.CeilingReduction;
import org.softpause.protocol.site.HardwareClass;

class CeilingTimelineTest {
  private static final long LEAD = 5;

  private static AnchoredPause anchored(Pause pause) {
    return new AnchoredPause(pause.id(TestRegistry.DOMAIN), pause, NOW);
  }

  private static Pause pause(List<Integer> regions, int classes, int bps) {
    return new PauseBuilder().regions(regions).hardwareClasses(classes).ceilingBps(bps).build();
  }

  @Test
  void onePauseIsOneLaneForThoseItReaches() {
    CeilingTimeline timeline =
        CeilingTimeline.of(List.of(anchored(pause(List.of(276), 1, 500))), LEAD);
    assertThat(timeline.lanes()).hasSize(1);
    CeilingTimeline.Lane lane = timeline.lanes().getFirst();
    assertThat(lane.regions()).containsExactly(276);
    assertThat(lane.classes()).isEqualTo(Set.of(HardwareClass.TRAINING, HardwareClass.MIXED));
    assertThat(lane.curve().intervals())
        .containsExactly(new CeilingInterval(NOW + 5, NOW + 3_600 + 3 + 10, 500));
  }

  @Test
  void aPauseOfEveryRegionStandsInALaneOfItsOwn() {
    List<CeilingReduction> both =
        List.of(anchored(pause(List.of(276), 7, 500)), anchored(pause(List.of(), 7, 2_000)));
    CeilingTimeline timeline = CeilingTimeline.of(both, LEAD);
    assertThat(timeline.lanes())
        .extracting(CeilingTimeline.Lane::regions)
        .containsExactly(List.of(276), List.of(CeilingTimeline.EVERYWHERE));
    assertThat(timeline.lanes().getFirst().curve().intervals().getFirst().bps()).isEqualTo(500);
    assertThat(timeline.lanes().getLast().curve().intervals().getFirst().bps()).isEqualTo(2_000);
  }

  @Test
  void drillsAndWhatIsLiftedBeforeItBeginsAreNotFelt() {
    Pause drill = new PauseBuilder().slot(10).drill(true).build();
    AnchoredPause early = anchored(pause(List.of(), 7, 500)).liftedAt(NOW + 5);
    assertThat(CeilingTimeline.of(List.of(anchored(drill), early), LEAD).lanes()).isEmpty();
  }

  @Test
  void aLiftDuringTheRampCutsTheDepth() {
    AnchoredPause lifted = anchored(pause(List.of(), 7, 5_000)).liftedAt(NOW + 10);
    CeilingTimeline timeline = CeilingTimeline.of(List.of(lifted), LEAD);
    assertThat(timeline.lanes().getFirst().curve().intervals())
        .containsExactly(new CeilingInterval(NOW + 5, NOW + 10 + 3 + 5, 7_500));
  }

  /** A site with any offset is never below the profile, and one site reaches its lowest value. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOutlineHoldsEverySite(long seed) {
    Random random = new Random(seed);
    Pause pause =
        new PauseBuilder()
            .ceilingBps(random.nextInt(100, 10_000))
            .rampSeconds(random.nextInt(5, 60))
            .staggerSeconds(random.nextInt(60))
            .expiresAt(NOW + 200)
            .build();
    AnchoredPause anchored = anchored(pause).liftedAt(NOW + random.nextInt(6, 300));
    ReductionProfile profile = ReductionProfile.of(anchored, LEAD);
    int lowest = 10_000;
    for (long offset = 0; offset <= pause.staggerSeconds(); offset++) {
      for (long time = NOW; time < NOW + 500; time++) {
        int site = site(anchored, offset, time);
        assertThat(profile.at(time))
            .as("seed %d, time %d", seed, time)
            .isLessThanOrEqualTo(site + 1);
        lowest = Math.min(lowest, site);
      }
    }
    assertThat(lowest).isEqualTo(profile.bps());
  }

  /** The formula of the protocol page, "Sites and their ceiling". */
  private static int site(AnchoredPause anchored, long offset, long time) {
    Pause pause = anchored.pause();
    long s = Math.max(pause.effectiveAt(), NOW + LEAD) + offset;
    long e = Math.min(pause.expiresAt(), anchored.liftedAt()) + offset;
    long x =
        Math.min(Math.min(Math.min(time, e), anchored.liftedAt()) - s, pause.rampSeconds())
            - Math.max(0, time - e);
    return (int) (10_000 - (10_000 - pause.ceilingBps()) * Math.max(0, x) / pause.rampSeconds());
  }

  @Test
  void regionsWithOneCourseStandTogether() {
    List<Integer> regions = IntStream.range(1, 33).boxed().toList();
    CeilingTimeline timeline = CeilingTimeline.of(List.of(anchored(pause(regions, 2, 500))), LEAD);
    assertThat(timeline.lanes()).hasSize(1);
    assertThat(timeline.lanes().getFirst().regions()).isEqualTo(regions);
  }

  @Test
  void idsDoNotMatter() {
    Pause pause = pause(List.of(276), 1, 500);
    CeilingReduction one = new AnchoredPause(Bytes32.ZERO, pause, NOW);
    assertThat(CeilingTimeline.of(List.of(one), LEAD))
        .isEqualTo(CeilingTimeline.of(List.of(anchored(pause)), LEAD));
  }
}
