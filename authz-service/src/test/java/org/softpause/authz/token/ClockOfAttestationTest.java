package org.softpause.authz.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.registry.Certificate;

/** By which clocks a certificate is shown as pending. */
class ClockOfAttestationTest {
  private static final long PROPOSED_AT = TestRegistry.NOW;
  private static final long ANCHOR_BY = PROPOSED_AT + 3_600;

  @ParameterizedTest(name = "{0} s after it was proposed: {1}")
  @CsvSource({
    "-3600, false",
    "-61, false",
    "-60, true",
    "-1, true",
    "0, true",
    "3600, true",
    "3601, true",
    "3660, true",
    "3661, false",
    "7200, false"
  })
  void aCertificateIsShownByAClockThatMissesItsValidityByAMinuteAtMost(long after, boolean shown) {
    assertThat(
            AttestationAssembler.isStillPossible(
                pause(0), TestRegistry.state(), PROPOSED_AT + after))
        .isEqualTo(shown);
  }

  @Test
  void noClockShowsWhatTheRegistryRefusesForAnotherReason() {
    for (long after : new long[] {-60, 0, 3_600, 3_660}) {
      assertThat(
              AttestationAssembler.isStillPossible(
                  pause(1), TestRegistry.state(), PROPOSED_AT + after))
          .isFalse();
    }
  }

  private static Certificate pause(long epoch) {
    return TestRegistry.certify(
        new PauseBuilder()
            .mandate(MandateName.STANDING)
            .epoch(epoch)
            .proposedAt(PROPOSED_AT)
            .effectiveAt(PROPOSED_AT)
            .expiresAt(PROPOSED_AT + 86_400)
            .anchorBy(ANCHOR_BY)
            .build());
  }
}
