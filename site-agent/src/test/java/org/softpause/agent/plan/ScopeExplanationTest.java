package org.softpause.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.agent.world.SiteRecords;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.registry.AnchoredPause;

/** The first condition of a scope that a site does not meet, in the scope's order. */
class ScopeExplanationTest {
  private static final int TRAINING_AND_MIXED = 5;

  private static String whyNot(List<Integer> regions, int classes, long least) {
    return ScopeExplanation.whyNot(
        SiteRecords.INFERENCE, new Scope(regions, classes, Pflops.of(least)));
  }

  @Test
  void theRegionIsNamedFirstThenTheClusterThenTheHardware() {
    assertThat(whyNot(List.of(250, 276), TRAINING_AND_MIXED, 4001))
        .isEqualTo("region 840 is not among 250, 276");
    assertThat(whyNot(List.of(250, 840), TRAINING_AND_MIXED, 4001))
        .isEqualTo("its cluster of 4000 PFLOP/s is below the 4001 of the pause");
    assertThat(whyNot(List.of(), TRAINING_AND_MIXED, 4000))
        .isEqualTo("its hardware class is inference, not training, mixed");
  }

  @Test
  void aPauseWithoutRegionsIsOneOfAllRegions() {
    Pause pause =
        new Pause(
            MandateName.STANDING,
            0,
            new Slot(3),
            500,
            100,
            200,
            10,
            0,
            new Scope(List.of(), 2, Pflops.of(1)),
            false,
            90,
            300,
            Bytes32.of(new byte[32]));
    assertThat(ScopeExplanation.describe(new AnchoredPause(Bytes32.of(new byte[32]), pause, 95)))
        .endsWith(" (STANDING slot 3: inference in all regions)");
  }
}
