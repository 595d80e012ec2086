package org.softpause.protocol.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;

class DecisionBoundsTest {
  private static PauseBuilder pause() {
    return new PauseBuilder();
  }

  private static void assertBuilds(PauseBuilder builder) {
    assertThatCode(builder::build).doesNotThrowAnyException();
  }

  @Test
  void aCeilingIsFromOnePerCentToJustBelowAll() {
    assertBuilds(pause().ceilingBps(100));
    assertBuilds(pause().ceilingBps(9_999));
    assertRefused(Rule.CEILING_OUT_OF_RANGE, pause().ceilingBps(99)::build);
    assertRefused(Rule.CEILING_OUT_OF_RANGE, pause().ceilingBps(10_000)::build);
  }

  @Test
  void aRampLastsFromASecondToADay() {
    assertBuilds(pause().rampSeconds(1));
    assertBuilds(pause().rampSeconds(86_400));
    assertRefused(Rule.RAMP_OUT_OF_RANGE, pause().rampSeconds(0)::build);
    assertRefused(Rule.RAMP_OUT_OF_RANGE, pause().rampSeconds(86_401)::build);
  }

  @Test
  void aStaggerLastsADayAtMost() {
    assertBuilds(pause().staggerSeconds(0));
    assertBuilds(pause().staggerSeconds(86_400));
    assertRefused(Rule.STAGGER_TOO_LONG, pause().staggerSeconds(86_401)::build);
  }

  @Test
  void aDecisionDiesThirtyDaysAfterItWasProposed() {
    long latest = TestRegistry.NOW + 30 * 86_400;
    assertBuilds(pause().anchorBy(latest));
    assertRefused(Rule.ANCHOR_BY_TOO_LATE, pause().anchorBy(latest + 1)::build);
  }

  @Test
  void standingPausesInSlotsZeroToElevenAndEmergencyInTheRest() {
    assertBuilds(pause().slot(11));
    assertRefused(Rule.SLOT_OUT_OF_RANGE, pause().slot(12)::build);
    assertBuilds(pause().mandate(MandateName.EMERGENCY).slot(12));
    assertBuilds(pause().mandate(MandateName.EMERGENCY).slot(15));
    assertRefused(Rule.SLOT_OUT_OF_RANGE, pause().mandate(MandateName.EMERGENCY).slot(11)::build);
    assertRefused(Rule.SLOT_OUT_OF_RANGE, () -> new Slot(16));
    assertRefused(Rule.SLOT_OUT_OF_RANGE, () -> new Slot(-1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 12, 14})
  void drillsStayOutOfTheOtherSlots(int slot) {
    MandateName mandate = slot < 12 ? MandateName.STANDING : MandateName.EMERGENCY;
    assertRefused(Rule.SLOT_NOT_FOR_DRILLS, pause().mandate(mandate).slot(slot).drill(true)::build);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 15})
  void drillsHaveSlotsOfTheirOwnThatRealPausesMayUseToo(int slot) {
    MandateName mandate = slot < 12 ? MandateName.STANDING : MandateName.EMERGENCY;
    assertBuilds(pause().mandate(mandate).slot(slot).drill(true));
    assertBuilds(pause().mandate(mandate).slot(slot));
  }

  @Test
  void standingLiftsInEverySlotAndEmergencyInItsOwn() {
    assertThat(lift(MandateName.STANDING, 15).slot().value()).isEqualTo(15);
    assertThat(lift(MandateName.EMERGENCY, 12).slot().value()).isEqualTo(12);
    assertRefused(Rule.SLOT_OUT_OF_RANGE, () -> lift(MandateName.EMERGENCY, 11));
  }

  private static Lift lift(MandateName mandate, int slot) {
    return new Lift(mandate, 0, new Slot(slot), Bytes32.ZERO, 1, 2, Bytes32.ZERO);
  }

  @Test
  void regionsAscendStrictlyWithinIsoNumbersAndAreAtMostThirtyTwo() {
    assertBuilds(pause().regions(List.of()));
    assertBuilds(pause().regions(List.of(1, 999)));
    assertBuilds(pause().regions(IntStream.rangeClosed(1, 32).boxed().toList()));
    assertRefused(
        Rule.TOO_MANY_REGIONS,
        pause().regions(IntStream.rangeClosed(1, 33).boxed().toList())::build);
    assertRefused(Rule.REGIONS_NOT_ASCENDING, pause().regions(List.of(276, 276))::build);
    assertRefused(Rule.REGIONS_NOT_ASCENDING, pause().regions(List.of(276, 250))::build);
    assertRefused(Rule.REGIONS_NOT_ASCENDING, pause().regions(List.of(0))::build);
    assertRefused(Rule.REGION_OUT_OF_RANGE, pause().regions(List.of(1, 1_000))::build);
  }

  @Test
  void aMaskNamesAtLeastOneOfThreeClasses() {
    assertBuilds(pause().hardwareClasses(1));
    assertBuilds(pause().hardwareClasses(7));
    assertRefused(Rule.HARDWARE_CLASSES_OUT_OF_RANGE, pause().hardwareClasses(0)::build);
    assertRefused(Rule.HARDWARE_CLASSES_OUT_OF_RANGE, pause().hardwareClasses(8)::build);
  }

  @Test
  void numbersFitTheirAbiTypes() {
    assertBuilds(pause().epoch((1L << 32) - 1));
    assertBuilds(pause().effectiveAt((1L << 48) - 1));
    assertBuilds(pause().minPeakPflops(new Pflops(-1)));
    assertRefused(Rule.OUT_OF_RANGE, pause().epoch(1L << 32)::build);
    assertRefused(Rule.OUT_OF_RANGE, pause().epoch(-1)::build);
    assertRefused(Rule.OUT_OF_RANGE, pause().effectiveAt(1L << 48)::build);
    assertRefused(Rule.OUT_OF_RANGE, pause().expiresAt(1L << 48)::build);
    assertRefused(Rule.OUT_OF_RANGE, pause().proposedAt(-1)::build);
    assertRefused(Rule.OUT_OF_RANGE, pause().anchorBy(-1)::build);
  }

  @Test
  void numbersOfPflopsAreUnsigned() {
    assertThat(Pflops.parse("18446744073709551615").bits()).isEqualTo(-1);
    assertThat(new Pflops(-1)).hasToString("18446744073709551615");
    assertThat(Pflops.of(1).isLessThan(new Pflops(-1))).isTrue();
    assertRefused(Rule.OUT_OF_RANGE, () -> Pflops.parse("18446744073709551616"));
    assertRefused(Rule.OUT_OF_RANGE, () -> Pflops.parse("01"));
    assertRefused(Rule.OUT_OF_RANGE, () -> Pflops.parse("-1"));
    assertRefused(Rule.OUT_OF_RANGE, () -> Pflops.of(-1));
  }
}
