package org.softpause.protocol.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.DEPLOYED_AT;
import static org.softpause.protocol.fixture.TestRegistry.LICENSED;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;
import org.web3j.crypto.Hash;

/** Renewals that come in time or too late. */
class LicenceTest {
  private static final long WEEK = 604_800;
  private static final long FIRST = DEPLOYED_AT + WEEK;
  private static final long LEAD = 1_800;

  private final Genesis genesis = TestRegistry.genesis(LICENSED);
  private final RegistryState empty = RegistryState.genesis(genesis);

  private static Renew renew(long operatingUntil, long proposedAt) {
    return new Renew(
        MandateName.STANDING, 0, operatingUntil, proposedAt, proposedAt + 600, Bytes32.ZERO);
  }

  private static RegistryState renewed(RegistryState state, long operatingUntil, long at) {
    return TestRegistry.anchor(state, renew(operatingUntil, at), at);
  }

  private static List<Lapse> lapses(RegistryState state) {
    return state.reductions().stream()
        .filter(Lapse.class::isInstance)
        .map(Lapse.class::cast)
        .toList();
  }

  @Test
  void itRunsFromDeploymentOn() {
    assertThat(empty.operatingUntil()).isEqualTo(FIRST);
    assertThat(lapses(empty)).singleElement().satisfies(this::isTheOneToCome);
  }

  private void isTheOneToCome(Lapse lapse) {
    assertThat(lapse.startsAt(LEAD)).isEqualTo(FIRST + LEAD);
    assertThat(lapse.endsAt()).isEqualTo(FIRST + 63_072_000);
    assertThat(lapse.ceilingBps()).isEqualTo(3_000);
    byte[] packed = new byte[38];
    System.arraycopy(genesis.head0().bytes(), 0, packed, 0, 32);
    for (int i = 0; i < 6; i++) {
      packed[32 + i] = (byte) (FIRST >>> (40 - 8 * i));
    }
    assertThat(lapse.id()).isEqualTo(Bytes32.of(Hash.sha3(packed)));
  }

  @Test
  void aRegistryWithoutALicenceNeverLapsesAndTakesNoRenewal() {
    RegistryState off = TestRegistry.state();
    assertThat(off.reductions()).isEmpty();
    assertRefused(Rule.LICENCE_OFF, () -> renewed(off, FIRST + 1, FIRST));
  }

  @Test
  void aRenewalRisesAndStaysWithinTheLicence() {
    assertRefused(Rule.OPERATING_UNTIL_NOT_RISING, () -> renewed(empty, FIRST, FIRST - 60));
    assertRefused(Rule.OPERATING_UNTIL_PASSED, () -> renewed(empty, FIRST + 60, FIRST + 60));
    assertRefused(
        Rule.OPERATING_UNTIL_TOO_LATE, () -> renewed(empty, FIRST + 61, FIRST + 60 - WEEK));
    assertThat(renewed(empty, FIRST + 1, FIRST - 60).operatingUntil()).isEqualTo(FIRST + 1);
    assertThat(renewed(empty, FIRST + 61, FIRST + 60).operatingUntil()).isEqualTo(FIRST + 61);
    assertThat(renewed(empty, FIRST + 60, FIRST + 60 - WEEK).operatingUntil())
        .isEqualTo(FIRST + 60);
  }

  @Test
  void aRenewalAtTheLastSecondIsInTime() {
    assertThat(lapses(renewed(empty, FIRST + 100, FIRST))).hasSize(1);
    assertThat(lapses(renewed(empty, FIRST + 100, FIRST)).getFirst().operatingUntil())
        .isEqualTo(FIRST + 100);
  }

  @Test
  void aRenewalThatIsLateEndsTheLapseWithItsAnchoring() {
    long late = FIRST + LEAD + 1;
    List<Lapse> lapses = lapses(renewed(empty, late + WEEK, late));
    assertThat(lapses).extracting(Lapse::operatingUntil).containsExactly(FIRST, late + WEEK);
    assertThat(lapses).extracting(Lapse::liftedAt).containsExactly(late, AnchoredPause.NEVER);
  }

  @Test
  void aLapseThatNobodyFeltIsForgotten() {
    long late = FIRST + LEAD;
    assertThat(lapses(renewed(empty, late + WEEK, late))).hasSize(1);
  }

  @Test
  void aLapseIsForgottenOnceItsLastRampHasEnded() {
    long late = FIRST + 10_000;
    RegistryState once = renewed(empty, late + 100, late);
    long over = late + 60 + 600;
    assertThat(lapses(renewed(once, over + 100, over - 1))).hasSize(2);
    RegistryState inTime = renewed(renewed(empty, late + WEEK, late), over + WEEK, over);
    assertThat(lapses(inTime)).hasSize(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsForgottenWouldHaveLoweredNothing(long seed) {
    Random random = new Random(seed);
    RegistryState state = empty;
    List<Lapse> all = new ArrayList<>();
    long now = DEPLOYED_AT;
    for (int i = 0; i < 12; i++) {
      now = Math.max(now, state.operatingUntil() + random.nextLong(-500, 4_000));
      if (now > state.operatingUntil()) {
        all.add(Lapse.of(genesis.head0(), LICENSED, state.operatingUntil(), now));
      }
      state =
          renewed(state, Math.max(now, state.operatingUntil()) + random.nextLong(1, 3_000), now);
      List<Lapse> kept = lapses(state);
      long time = now;
      all.stream()
          .filter(lapse -> !kept.contains(lapse))
          .forEach(
              lapse ->
                  assertThat(
                          lapse.endsAt() <= lapse.startsAt(LEAD)
                              || lapse.endsAt() + 60 + 600 <= time)
                      .isTrue());
    }
  }

  @Test
  void aLicensedStateIsReadBackFromItsJson() {
    RegistryState state = renewed(empty, FIRST + WEEK, FIRST + 5_000);
    byte[] json = CanonicalJson.encode(RegistryStateJson.write(state));
    assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"lapses\":[{");
    RegistryState read = StrictJson.read(json, 1 << 16, in -> RegistryStateJson.read(in, genesis));
    assertThat(read).isEqualTo(state);
  }
}
