package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordedNoncesTest {
  @Test
  void whatIsConsumedIsNotGivenBackAndWhatIsOpenWithoutAGapMayBeConsumed() {
    RecordedNonces known = recorded(OptionalLong.of(4), 5L, 6L, 8L);
    assertThat(known.lowestCount()).isEqualTo(5);
    assertThat(known.highestCount()).isEqualTo(7);
    assertThat(known.isEmpty()).isFalse();
    assertThat(recorded(OptionalLong.of(4), 8L).highestCount()).isEqualTo(5);
  }

  @Test
  void beforeAnythingIsConsumedTheLowestOpenNonceMayBeTheFirst() {
    RecordedNonces open = recorded(OptionalLong.empty(), 3L, 4L);
    assertThat(open.lowestCount()).isZero();
    assertThat(open.highestCount()).isEqualTo(5);
    assertThat(open.isEmpty()).isFalse();
  }

  @Test
  void whereNothingIsOpenTheCountIsThatOfWhatIsConsumed() {
    assertThat(recorded(OptionalLong.of(4)).highestCount()).isEqualTo(5);
    assertThat(recorded(OptionalLong.of(4)).isEmpty()).isFalse();
    assertThat(recorded(OptionalLong.empty()).highestCount()).isZero();
    assertThat(recorded(OptionalLong.empty()).isEmpty()).isTrue();
  }

  private static RecordedNonces recorded(OptionalLong consumed, Long... open) {
    return new RecordedNonces(consumed, new TreeSet<>(Arrays.asList(open)));
  }
}
