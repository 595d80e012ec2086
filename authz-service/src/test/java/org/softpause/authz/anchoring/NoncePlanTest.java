package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.softpause.authz.anchoring.NoncePlan.Assignment;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;

class NoncePlanTest {
  private static final Bytes32 A = decision(1);
  private static final Bytes32 B = decision(2);
  private static final Bytes32 C = decision(3);
  private static final NonceOwner CANCELLATION = NonceOwner.CANCELLATION;

  @Test
  void decisionsTakeTheNextNoncesInTheirOrder() {
    NoncePlan plan = plan(5, Map.of(), Set.of(A, B));
    assertThat(plan.assign(List.of(B, A))).containsExactly(to(5, B), to(6, A));
  }

  @Test
  void aWaitingDecisionKeepsItsNonce() {
    NoncePlan plan = plan(5, Map.of(5L, owner(A)), Set.of(A, B));
    assertThat(plan.kept()).containsOnly(Map.entry(5L, owner(A)));
    assertThat(plan.assign(List.of(B))).containsExactly(to(6, B));
  }

  @Test
  void theLowestNonceWhoseOwnerHasEndedGoesToTheNextDecision() {
    NoncePlan plan = plan(5, Map.of(5L, owner(A), 6L, owner(B)), Set.of(B, C));
    assertThat(plan.assign(List.of(C))).containsExactly(to(5, C));
  }

  @Test
  void whereSomethingWaitsAboveItANonceWhoseOwnerHasEndedIsCancelled() {
    NoncePlan plan = plan(5, Map.of(5L, owner(A), 6L, owner(B)), Set.of(B));
    assertThat(plan.assign(List.of())).containsExactly(new Assignment(5, CANCELLATION));
  }

  @Test
  void whereNothingWaitsAboveItANonceWhoseOwnerHasEndedIsLeftForTheNextDecision() {
    NoncePlan plan = plan(5, Map.of(5L, owner(B), 6L, owner(A)), Set.of(B));
    assertThat(plan.assign(List.of())).isEmpty();
  }

  @Test
  void aCancellationIsKeptAsLongAsSomethingWaitsAboveIt() {
    Map<Long, NonceOwner> recorded = Map.of(5L, CANCELLATION, 6L, owner(B));
    assertThat(plan(5, recorded, Set.of(B)).kept()).containsKeys(5L, 6L);
    NoncePlan without = plan(5, recorded, Set.of(A));
    assertThat(without.kept()).isEmpty();
    assertThat(without.assign(List.of(A))).containsExactly(to(5, A));
  }

  @Test
  void decisionsFarAboveAWrongCountMoveDownAndNothingIsCancelled() {
    NoncePlan plan = plan(1, Map.of(256L, owner(A), 257L, owner(B)), Set.of(A, B));
    assertThat(plan.assign(List.of())).containsExactly(to(1, B), to(2, A));
  }

  @Test
  void aCancellationThatADecisionHasMovedBelowIsDropped() {
    NoncePlan plan = plan(1, Map.of(255L, CANCELLATION, 256L, owner(A)), Set.of(A));
    assertThat(plan.kept()).containsOnlyKeys(255L, 256L);
    assertThat(plan.assign(List.of())).containsExactly(to(1, A));
  }

  @Test
  void whereNothingWaitsNothingIsAssigned() {
    assertThat(plan(5, Map.of(), Set.of()).assign(List.of())).isEmpty();
    assertThat(plan(5, Map.of(5L, owner(A)), Set.of()).assign(List.of())).isEmpty();
  }

  @Test
  void ofTwoNoncesADecisionKeepsTheLowest() {
    NoncePlan plan = plan(1, Map.of(1L, owner(A), 256L, owner(A)), Set.of(A));
    assertThat(plan.kept()).containsOnlyKeys(1L);
    assertThat(plan.assign(List.of())).isEmpty();
  }

  @Test
  void aGapOfEitherKindIsClosedFromBelow() {
    NoncePlan plan =
        plan(1, Map.of(2L, owner(C), 3L, CANCELLATION, 4L, owner(A), 9L, owner(B)), Set.of(A, B));
    assertThat(plan.assign(List.of())).containsExactly(to(1, B), new Assignment(2, CANCELLATION));
  }

  private static NoncePlan plan(long first, Map<Long, NonceOwner> recorded, Set<Bytes32> waiting) {
    return NoncePlan.of(first, new TreeMap<>(recorded), waiting);
  }

  private static Assignment to(long nonce, Bytes32 decision) {
    return new Assignment(nonce, owner(decision));
  }

  private static NonceOwner owner(Bytes32 decision) {
    return new NonceOwner(decision);
  }

  private static Bytes32 decision(int number) {
    return Keccak256.hash(new byte[] {(byte) number});
  }
}
