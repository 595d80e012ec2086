package org.softpause.agent.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.world.World;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Assurance;

/** The overlay takes a bounded number of claims and forgets none for a later one. */
class OverlayBoundsTest {
  private static final long NOW = World.BEGINNING;

  @TempDir static Path folder;

  /** One claim more than the overlay takes; all have the signature of the first. */
  private static final List<UnprovenEntry> CLAIMS = new ArrayList<>();

  @BeforeAll
  static void makeClaims() {
    try (World world = World.live(folder)) {
      LogEntry first = world.anchorPause();
      for (int i = 0; i <= Overlay.MAX_ENTRIES; i++) {
        Decision decision = world.registry().pause(0, NOW, NOW + 3600 + i, NOW);
        CLAIMS.add(
            new UnprovenEntry(
                new Certificate(
                    first.certificate().domain(), decision, first.certificate().signatures()),
                Assurance.CERTIFIED,
                NOW,
                NOW + i));
      }
    }
  }

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
}
