package org.softpause.protocol.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

/** An event with its place in the chain, as evidence keeps it. */
class EventLogTest {
  private static final Bytes32 ONE = Sha256.hash(new byte[] {1});
  private static final Bytes32 TWO = Sha256.hash(new byte[] {2});
  private static final EventLog.Place PLACE = new EventLog.Place(7, ONE, TWO, 3);
  private static final EventLog EVENT = new EventLog(List.of(ONE, TWO), new byte[] {9, 8}, PLACE);

  @Test
  void itIsReadBackFromItsJson() {
    byte[] json = CanonicalJson.encode(EVENT.toJson());
    EventLog read = StrictJson.read(json, 1_000, EventLog::read);
    assertThat(read).isEqualTo(EVENT).hasSameHashCodeAs(EVENT);
    assertThat(read.topics()).containsExactly(ONE, TWO);
    assertThat(read.data()).containsExactly(9, 8);
    assertThat(read.place()).isEqualTo(PLACE);
  }

  @Test
  void itDiffersFromOneOfOtherTopicsDataOrPlace() {
    EventLog.Place elsewhere = new EventLog.Place(7, ONE, TWO, 4);
    assertThat(EVENT)
        .isNotEqualTo(new EventLog(List.of(ONE), new byte[] {9, 8}, PLACE))
        .isNotEqualTo(new EventLog(List.of(ONE, TWO), new byte[] {9, 7}, PLACE))
        .isNotEqualTo(new EventLog(List.of(ONE, TWO), new byte[] {9, 8}, elsewhere))
        .isNotEqualTo(null);
  }

  @Test
  void aPlaceIsAfterAnotherByItsBlockAndThenByItsIndex() {
    assertThat(place(8, 0).isAfter(place(7, 5))).isTrue();
    assertThat(place(7, 5).isAfter(place(8, 0))).isFalse();
    assertThat(place(7, 5).isAfter(place(7, 4))).isTrue();
    assertThat(place(7, 5).isAfter(place(7, 5))).isFalse();
    assertThat(place(7, 4).isAfter(place(7, 5))).isFalse();
  }

  private static EventLog.Place place(long block, long index) {
    return new EventLog.Place(block, ONE, TWO, index);
  }

  @Test
  void itIsNamedByItsPlace() {
    assertThat(EVENT).hasToString("event 3 of block 7");
  }
}
