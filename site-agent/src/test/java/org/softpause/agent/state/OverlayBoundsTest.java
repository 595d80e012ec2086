package org.softpause.agent.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.softpause.agent.world.ShortLog;
import org.softpause.agent.world.World;
import org.softpause.protocol.token.Assurance;

/** The overlay takes a bounded number of claims and forgets none for a later one. */
class OverlayBoundsTest {
  private static final long NOW = World.BEGINNING;

  /** One claim more than the overlay takes. */
  private static final List<UnprovenEntry> CLAIMS =
      IntStream.rangeClosed(0, Overlay.MAX_ENTRIES)
          .mapToObj(
              i ->
                  new UnprovenEntry(
                      ShortLog.unsigned(NOW + 7200 + i), Assurance.CERTIFIED, NOW, NOW + i))
          .toList();

  @Test
  void theLastClaimThatFitsIsTakenAndTheNextIsNot() {
    Overlay overlay = Overlay.EMPTY.with(CLAIMS);
    assertThat(overlay.entries()).isEqualTo(CLAIMS.subList(0, Overlay.MAX_ENTRIES));
    assertThat(overlay.with(CLAIMS)).isEqualTo(overlay);
  }

  @Test
  void refutedClaimsCountTowardsTheBound() {
    List<RefutedClaim> refuted = CLAIMS.stream().limit(10).map(RefutedClaim::of).toList();
    Overlay overlay = new Overlay(List.of(), refuted).with(CLAIMS);
    assertThat(overlay.entries()).isEqualTo(CLAIMS.subList(10, Overlay.MAX_ENTRIES));
  }

  @Test
  void aClaimShownAgainKeepsItsTimesAndTakesTheLaterAssuranceEvenInAFullOverlay() {
    Overlay full = Overlay.EMPTY.with(CLAIMS);
    UnprovenEntry first = CLAIMS.getFirst();
    UnprovenEntry again =
        new UnprovenEntry(first.certificate(), Assurance.CHAINED, NOW + 50, NOW + 50);
    Overlay after = full.with(List.of(again));
    assertThat(after.entries())
        .hasSize(Overlay.MAX_ENTRIES)
        .first()
        .isEqualTo(new UnprovenEntry(first.certificate(), Assurance.CHAINED, NOW, NOW));
  }

  @Test
  void aRefutedClaimIsForgottenASecondAfterItCanNoLongerBeAnchored() {
    RefutedClaim claim = RefutedClaim.of(CLAIMS.getFirst());
    Overlay overlay = new Overlay(List.of(), List.of(claim));
    assertThat(overlay.after(Set.of(), claim.anchorBy()).refuted()).containsExactly(claim);
    assertThat(overlay.after(Set.of(), claim.anchorBy() + 1).refuted()).isEmpty();
    assertThat(overlay.after(Set.of(claim.id()), 0).refuted()).isEmpty();
  }

  @Test
  void theLaterOfClaimAndFirstSightActs() {
    UnprovenEntry entry = CLAIMS.get(7);
    assertThat(entry.actsFrom()).isEqualTo(NOW + 7);
    UnprovenEntry seenLater =
        new UnprovenEntry(entry.certificate(), Assurance.CERTIFIED, NOW + 8, NOW + 7);
    assertThat(seenLater.actsFrom()).isEqualTo(NOW + 8);
  }

  @Test
  void aProvenLogRefutesAClaimAnHourAfterItsTimeAndNotASecondEarlier() {
    UnprovenEntry entry = CLAIMS.get(7);
    assertThat(entry.isRefutedAt(NOW + 7 + 3599)).isFalse();
    assertThat(entry.isRefutedAt(NOW + 7 + 3600)).isTrue();
  }

  @Test
  void aProofTakesOutWhatItHoldsAndWhatItRefutesAndLeavesTheRest() {
    UnprovenEntry proven = CLAIMS.get(3);
    UnprovenEntry refuted = CLAIMS.get(1);
    UnprovenEntry left = CLAIMS.get(2);
    Overlay after =
        Overlay.EMPTY
            .with(List.of(proven, refuted, left))
            .after(Set.of(proven.id()), refuted.claimed() + UnprovenEntry.STAYS_SECONDS);
    assertThat(after).isEqualTo(new Overlay(List.of(left), List.of(RefutedClaim.of(refuted))));
  }

  @Test
  void onlyPausesAmongTheEntriesLower() {
    UnprovenEntry pause = CLAIMS.getFirst();
    UnprovenEntry lift =
        new UnprovenEntry(
            ShortLog.LOG.entries().getLast().certificate(), Assurance.CHAINED, NOW, NOW);
    assertThat(Overlay.EMPTY.with(List.of(lift, pause)).pauses())
        .singleElement()
        .satisfies(anchored -> assertThat(anchored.id()).isEqualTo(pause.id()))
        .satisfies(anchored -> assertThat(anchored.anchoredAt()).isEqualTo(pause.actsFrom()));
  }
}
