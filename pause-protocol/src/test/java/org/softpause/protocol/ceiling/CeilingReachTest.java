package org.softpause.protocol.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.LICENSED;
import static org.softpause.protocol.fixture.TestRegistry.NOW;
import static org.softpause.protocol.fixture.TestRegistry.PARAMETERS;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.fixture.TestSites;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.CeilingReduction;
import org.softpause.protocol.registry.Lapse;
import org.softpause.protocol.site.HardwareClass;
import org.softpause.protocol.site.SiteRecord;

/** Which sites a reduction reaches, and when each of them starts. */
class CeilingReachTest {
  private static final long STAGGER = 59;
  private static final long INSIDE = NOW + 1000;

  private static AnchoredPause anchored(PauseBuilder builder) {
    var built = builder.build();
    return new AnchoredPause(built.id(TestRegistry.DOMAIN), built, NOW);
  }

  private static int ceiling(SiteRecord site, CeilingReduction reduction, long time) {
    return new CeilingCalculator(PARAMETERS, site).at(List.of(reduction), time).bps();
  }

  @ParameterizedTest
  @CsvSource({
    "276, TRAINING, 20000, 20000, true",
    "250, MIXED, 150, 150, true",
    "756, TRAINING, 20000, 20000, false",
    "276, INFERENCE, 20000, 20000, false",
    "276, TRAINING, 149, 149, false",
    "276, TRAINING, 10, 150, true"
  })
  void aPauseReachesTheSitesWithinItsScopeAndNoOther(
      int region, HardwareClass hardware, long peak, long cluster, boolean reached) {
    SiteRecord site = TestSites.site(region, hardware, peak, cluster);
    AnchoredPause pause = anchored(new PauseBuilder().minPeakPflops(Pflops.of(150)));
    assertThat(ceiling(site, pause, INSIDE)).isEqualTo(reached ? 500 : 10_000);
    assertThat(new CeilingCalculator(PARAMETERS, site).isReachedBy(pause)).isEqualTo(reached);
  }

  @Test
  void aDrillReachesNoSite() {
    AnchoredPause drill = anchored(new PauseBuilder().slot(10).drill(true));
    assertThat(ceiling(TestSites.training(), drill, INSIDE)).isEqualTo(10_000);
  }

  @ParameterizedTest
  @CsvSource({"99, true", "100, false"})
  void noDecisionAndNoLapseReachesAnExemptSite(long cluster, boolean exempt) {
    CeilingCalculator calculator =
        new CeilingCalculator(
            LICENSED, TestSites.site(276, HardwareClass.TRAINING, cluster, cluster));
    Lapse lapse = Lapse.of(Bytes32.ZERO, LICENSED, NOW, AnchoredPause.NEVER);
    AnchoredPause pause = anchored(new PauseBuilder());
    assertThat(calculator.isExempt()).isEqualTo(exempt);
    assertThat(calculator.isReachedBy(lapse)).isEqualTo(!exempt);
    assertThat(calculator.isReachedBy(pause)).isEqualTo(!exempt);
    assertThat(calculator.at(List.of(lapse), NOW + 10_000).bps()).isEqualTo(exempt ? 10_000 : 3000);
  }

  @Test
  void eachSiteStartsAndReturnsWithinTheStaggerByTheHashOfPauseAndSite() {
    AnchoredPause pause =
        anchored(new PauseBuilder().staggerSeconds(STAGGER).expiresAt(NOW + 3600));
    boolean[] seen = new boolean[2];
    for (int i = 0; i < 16; i++) {
      Bytes32 site = Sha256.hash(new byte[] {(byte) i});
      long drawn = ByteBuffer.wrap(Sha256.hash(pause.id().bytes(), site.bytes()).bytes()).getLong();
      long offset = Long.remainderUnsigned(drawn, STAGGER + 1);
      CeilingCalculator calculator = new CeilingCalculator(PARAMETERS, TestSites.training(), site);
      assertThat(calculator.start(pause)).isEqualTo(NOW + 5 + offset);
      assertThat(calculator.end(pause)).isEqualTo(NOW + 3600 + offset);
      seen[drawn < 0 ? 1 : 0] = true;
    }
    assertThat(seen).as("hashes with either first bit").containsExactly(true, true);
  }

  @Test
  void ofTwoReductionsThatLowerAlikeTheFirstIsNamed() {
    AnchoredPause one = anchored(new PauseBuilder());
    AnchoredPause two = anchored(new PauseBuilder().slot(1));
    CeilingCalculator calculator = new CeilingCalculator(PARAMETERS, TestSites.training());
    assertThat(calculator.at(List.of(one, two), INSIDE).binding()).contains(one);
    assertThat(calculator.at(List.of(two, one), INSIDE).binding()).contains(two);
  }

  @Test
  void aPauseLiftedOnItsWayDownGoesNoFurther() {
    AnchoredPause lifted = anchored(new PauseBuilder().staggerSeconds(0)).liftedAt(NOW + 5 + 4);
    assertThat(ceiling(TestSites.training(), lifted, NOW + 9)).isEqualTo(6200);
    assertThat(ceiling(TestSites.training(), lifted, NOW + 10)).isEqualTo(7150);
    assertThat(ceiling(TestSites.training(), lifted, NOW + 13)).isEqualTo(10_000);
  }

  /** The site leaves at the lift itself, not at the lift and its offset. */
  @Test
  void aLiftBeforeTheSitesOwnStartLeavesItUp() {
    AnchoredPause pause =
        anchored(new PauseBuilder().staggerSeconds(86_400).expiresAt(NOW + 86_400));
    CeilingCalculator calculator = new CeilingCalculator(PARAMETERS, TestSites.training());
    long start = calculator.start(pause);
    assertThat(start).as("the offset is not zero").isGreaterThan(NOW + 5);
    assertThat(ceiling(TestSites.training(), pause.liftedAt(start), start + 50)).isEqualTo(10_000);
    assertThat(ceiling(TestSites.training(), pause.liftedAt(start + 1), start + 1)).isEqualTo(9050);
  }
}
