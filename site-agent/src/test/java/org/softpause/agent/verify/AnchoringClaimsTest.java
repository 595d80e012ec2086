package org.softpause.agent.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.world.ShortLog;
import org.softpause.agent.world.World;
import org.softpause.protocol.Rule;
import org.softpause.protocol.token.Assurance;

/** A claimed anchoring time lies after the proven time and at most a minute past the clock. */
class AnchoringClaimsTest {
  private static final long PROVEN = World.BEGINNING;
  private static final long NOW = PROVEN + 500;

  private static UnprovenEntry claim(long claimed) {
    return new UnprovenEntry(
        ShortLog.LOG.entries().get(1).certificate(), Assurance.CERTIFIED, NOW, claimed);
  }

  @ParameterizedTest
  @CsvSource({"1", "500", "560"})
  void aTimeBetweenTheProofAndTheClockCanBeTrue(long afterProof) {
    UnprovenEntry claim = claim(PROVEN + afterProof);
    AnchoringClaims claims = AnchoringClaims.weigh(List.of(claim), PROVEN, NOW);
    assertThat(claims).isEqualTo(new AnchoringClaims(List.of(claim), List.of()));
  }

  @ParameterizedTest
  @CsvSource({"-100, CLAIM_REFUTED", "0, CLAIM_REFUTED", "561, CLAIM_FROM_FUTURE"})
  void anyOtherTimeLowersNothingAndIsNoted(long afterProof, Rule rule) {
    AnchoringClaims claims =
        AnchoringClaims.weigh(List.of(claim(PROVEN + afterProof)), PROVEN, NOW);
    assertThat(claims.possible()).isEmpty();
    assertThat(claims.refuted())
        .singleElement()
        .satisfies(note -> assertThat(note.rule()).isEqualTo(rule))
        .satisfies(note -> assertThat(note.detail()).contains("so it lowers nothing"));
  }

  @Test
  void theNoteSaysHowFarAheadTheClaimIs() {
    assertThat(AnchoringClaims.weigh(List.of(claim(NOW + 90)), PROVEN, NOW).refuted())
        .singleElement()
        .asString()
        .contains("is 90 s ahead of this clock");
  }
}
