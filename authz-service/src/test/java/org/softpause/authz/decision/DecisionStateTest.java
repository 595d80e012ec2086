package org.softpause.authz.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.PauseBuilder;

class DecisionStateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PROPOSED   | SIGNING REJECTED EXPIRED SUPERSEDED ANCHORED
          SIGNING    | CERTIFIED REJECTED EXPIRED SUPERSEDED ANCHORED
          CERTIFIED  | ANCHORING EXPIRED SUPERSEDED ANCHORED
          ANCHORING  | ANCHORED EXPIRED SUPERSEDED
          ANCHORED   | FINAL ANCHORING
          FINAL      | ''
          REJECTED   | ANCHORED
          EXPIRED    | ANCHORED
          SUPERSEDED | ANCHORED
          """)
  void eachStateLeadsToTheseAndToNoOther(DecisionState state, String next) {
    Set<String> allowed =
        EnumSet.allOf(DecisionState.class).stream()
            .filter(state::mayBecome)
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected = next.isEmpty() ? Set.of() : Set.of(next.split(" "));
    assertThat(allowed).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void noDecisionOfAnyStateStaysWhereItIs(DecisionState state) {
    DecisionRecord record = record(state);
    assertThatThrownBy(() -> record.become(state)).isInstanceOf(IllegalStateException.class);
    assertThat(record.state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "PROPOSED, SIGNING",
    "SIGNING, SIGNING",
    "CERTIFIED, ANCHORING",
    "ANCHORING, ANCHORING",
    "ANCHORED, ''",
    "FINAL, OVER",
    "REJECTED, OVER",
    "EXPIRED, OVER",
    "SUPERSEDED, OVER"
  })
  void aDecisionIsSignedThenSentAndThenOver(DecisionState state, String stage) {
    assertThat(state.isBeforeCertificate()).isEqualTo(stage.equals("SIGNING"));
    assertThat(state.isBeforeAnchoring()).isEqualTo(stage.equals("ANCHORING"));
    assertThat(state.isOver()).isEqualTo(stage.equals("OVER"));
  }

  @Test
  void aDecisionBecomesWhatItsStateLeadsTo() {
    DecisionRecord record = record(DecisionState.PROPOSED);
    record.become(DecisionState.SIGNING);
    assertThat(record.state()).isEqualTo(DecisionState.SIGNING);
  }

  @Test
  void whatIsOverIsNotBeforeItsCertificate() {
    for (DecisionState state : DecisionState.values()) {
      assertThat(state.isOver() && state.isBeforeCertificate()).as(state.name()).isFalse();
    }
  }

  private static DecisionRecord record(DecisionState state) {
    return new DecisionRecord(
        Bytes32.ZERO, new PauseBuilder().build(), state, Instant.ofEpochSecond(1_790_000_000));
  }
}
