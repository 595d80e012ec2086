package org.softpause.protocol.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.fixture.TestCommittee;

/** Walks each bound of a rotation and a renewal that does not depend on the registry's state. */
class RotateBoundsTest {
  private static final CommitteeKey CIVIL = TestCommittee.civil("alice's body").key();
  private static final CommitteeKey MILITARY = TestCommittee.military("bob's body").key();

  private static Rotate rotate(MandateName target, List<CommitteeKey> committees) {
    return rotate(MandateName.STANDING, target, committees, NOW + 86_400);
  }

  private static Rotate rotate(
      MandateName mandate, MandateName target, List<CommitteeKey> committees, long anchorBy) {
    return new Rotate(mandate, 0, target, 0, committees, NOW, anchorBy, Bytes32.ZERO);
  }

  private static List<CommitteeKey> bodies(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> TestCommittee.civil("body " + i).key())
        .sorted(Comparator.comparing(CommitteeKey::x))
        .toList();
  }

  @Test
  void onlyStandingRotatesAndRenews() {
    assertRefused(
        Rule.MANDATE_NOT_STANDING,
        () ->
            rotate(MandateName.EMERGENCY, MandateName.EMERGENCY, List.of(MILITARY), NOW + 86_400));
    assertRefused(
        Rule.MANDATE_NOT_STANDING,
        () -> new Renew(MandateName.EMERGENCY, 0, NOW + 1, NOW, NOW, Bytes32.ZERO));
  }

  @Test
  void aRotationDiesADayAfterItWasProposedARenewalAfterThirty() {
    assertThat(rotate(MandateName.STANDING, List.of(CIVIL)).anchorBy()).isEqualTo(NOW + 86_400);
    assertRefused(
        Rule.ANCHOR_BY_TOO_LATE,
        () -> rotate(MandateName.STANDING, MandateName.STANDING, List.of(CIVIL), NOW + 86_401));
    long month = NOW + 30 * 86_400;
    assertThat(new Renew(MandateName.STANDING, 0, month, NOW, month, Bytes32.ZERO).anchorBy())
        .isEqualTo(month);
    assertRefused(
        Rule.ANCHOR_BY_TOO_LATE,
        () -> new Renew(MandateName.STANDING, 0, month, NOW, month + 1, Bytes32.ZERO));
  }

  @Test
  void standingHasOneToFiveBodiesAndEmergencyNoneToFive() {
    assertThat(rotate(MandateName.STANDING, bodies(5)).committees()).hasSize(5);
    assertRefused(Rule.COMMITTEE_COUNT_OUT_OF_RANGE, () -> rotate(MandateName.STANDING, bodies(6)));
    assertRefused(Rule.COMMITTEE_COUNT_OUT_OF_RANGE, () -> rotate(MandateName.STANDING, List.of()));
    assertThat(rotate(MandateName.EMERGENCY, List.of()).isDeletion()).isTrue();
    assertThat(rotate(MandateName.EMERGENCY, bodies(5)).isDeletion()).isFalse();
    assertRefused(
        Rule.COMMITTEE_COUNT_OUT_OF_RANGE, () -> rotate(MandateName.EMERGENCY, bodies(6)));
  }

  @Test
  void noBodyIsNamedTwiceNorOutOfOrder() {
    List<CommitteeKey> two = new ArrayList<>(bodies(2));
    assertRefused(
        Rule.COMMITTEES_NOT_ASCENDING, () -> rotate(MandateName.STANDING, two.reversed()));
    assertRefused(
        Rule.COMMITTEES_NOT_ASCENDING, () -> rotate(MandateName.EMERGENCY, List.of(CIVIL, CIVIL)));
    CommitteeKey again = new CommitteeKey(CIVIL.key(), false, Bytes32.ZERO);
    assertRefused(
        Rule.COMMITTEES_NOT_ASCENDING, () -> rotate(MandateName.EMERGENCY, List.of(CIVIL, again)));
  }

  @Test
  void standingHasACivilBodyAndEmergencyNeedsNone() {
    assertRefused(Rule.NO_CIVIL_COMMITTEE, () -> rotate(MandateName.STANDING, List.of(MILITARY)));
    assertThat(rotate(MandateName.EMERGENCY, List.of(MILITARY)).committees()).hasSize(1);
  }
}
