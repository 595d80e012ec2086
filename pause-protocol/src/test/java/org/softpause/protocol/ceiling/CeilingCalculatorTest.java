package org.softpause.protocol.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.NOW;
import static org.softpause.protocol.fixture.TestRegistry.PARAMETERS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.fixture.TestSites;
import org.softpause.protocol.registry.AnchoredPause;

/** Checks fixed numbers that a reader can compute by hand. */
class CeilingCalculatorTest {
  private static final long START = NOW + 5;
  private static final long END = NOW + 100;

  private final CeilingCalculator reckoning =
      new CeilingCalculator(PARAMETERS, TestSites.training());
  private final AnchoredPause pause = anchored(new PauseBuilder().rampSeconds(3).staggerSeconds(0));

  private static AnchoredPause anchored(PauseBuilder builder) {
    var built = builder.expiresAt(END).build();
    return new AnchoredPause(built.id(TestRegistry.DOMAIN), built, NOW);
  }

  private int at(long time) {
    return reckoning.at(List.of(pause), time).bps();
  }

  @Test
  void theWayDownIsRoundedInFavourOfTheSite() {
    assertThat(at(START)).isEqualTo(10_000);
    assertThat(at(START + 1)).isEqualTo(10_000 - 3_166);
    assertThat(at(START + 2)).isEqualTo(10_000 - 6_333);
    assertThat(at(START + 3)).isEqualTo(500);
  }

  @Test
  void theWayUpMirrorsTheWayDown() {
    assertThat(at(END)).isEqualTo(500);
    assertThat(at(END + 1)).isEqualTo(10_000 - 6_333);
    assertThat(at(END + 2)).isEqualTo(10_000 - 3_166);
    assertThat(at(END + 3)).isEqualTo(10_000);
    assertThat(at(END + 1_000_000)).isEqualTo(10_000);
  }

  @Test
  void allowedCapacityIsRoundedDown() {
    assertThat(reckoning.at(List.of(pause), START + 1).allowedPflops()).isEqualTo(13_668);
    assertThat(reckoning.allowedPflops(9_999)).isEqualTo(19_998);
    assertThat(new CeilingCalculator(PARAMETERS, TestSites.training()).allowedPflops(1))
        .isEqualTo(2);
  }

  @Test
  void theBindingPauseIsNamed() {
    AnchoredPause lower = anchored(new PauseBuilder().slot(1).ceilingBps(300).rampSeconds(5));
    assertThat(reckoning.at(List.of(pause, lower), START + 50).binding()).contains(lower);
    assertThat(reckoning.at(List.of(pause, lower), START + 50).bps()).isEqualTo(300);
    assertThat(reckoning.at(List.of(lower, pause), START + 50).binding()).contains(lower);
    assertThat(reckoning.at(List.of(lower, pause), START + 50).bps()).isEqualTo(300);
    assertThat(reckoning.at(List.of(), NOW).binding()).isEmpty();
  }

  @Test
  void whatDoesNotLowerBindsNothing() {
    assertThat(reckoning.at(List.of(pause), START).binding()).isEmpty();
    assertThat(reckoning.at(List.of(pause), END + 3).binding()).isEmpty();
  }

  @Test
  void aClockAloneNeverRaises() {
    long proven = START + 50;
    assertThat(reckoning.atWorst(List.of(pause), proven, END + 1_000).bps()).isEqualTo(500);
    assertThat(reckoning.atWorst(List.of(pause), proven, 0).bps()).isEqualTo(500);
    assertThat(reckoning.atWorst(List.of(pause), END + 1, END + 1_000).bps())
        .isEqualTo(10_000 - 6_333);
    assertThat(reckoning.atWorst(List.of(pause), END + 3, 0).bps()).isEqualTo(10_000);
  }
}
