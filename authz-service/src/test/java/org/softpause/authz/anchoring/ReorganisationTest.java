package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.softpause.authz.LivingRegistry;
import org.softpause.protocol.Bytes32;

class ReorganisationTest {
  @Test
  void aDecisionWhoseBlockIsTakenBackIsAnchoredAgain() {
    try (LivingRegistry world = LivingRegistry.found(43)) {
      world.anvil().call("evm_setIntervalMining", "[0]");
      Bytes32 id = world.signatories().certify(world.pause(0).build());
      world.await(id, "ANCHORING");
      world.anvil().call("anvil_mine", "[1]");
      world.await(id, "ANCHORED");
      world.anvil().call("anvil_reorg", "[1,[]]");
      world.await(id, "ANCHORING");
      world.anvil().call("evm_setIntervalMining", "[1]");
      world.await(id, "FINAL");
      assertThat(world.decision(id).at("/history").findValuesAsString("state"))
          .containsExactly(
              "PROPOSED",
              "SIGNING",
              "CERTIFIED",
              "ANCHORING",
              "ANCHORED",
              "ANCHORING",
              "ANCHORED",
              "FINAL");
    }
  }
}
