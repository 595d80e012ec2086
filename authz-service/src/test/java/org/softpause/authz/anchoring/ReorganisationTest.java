package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.softpause.authz.Eventually;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.protocol.Bytes32;
import tools.jackson.databind.json.JsonMapper;

class ReorganisationTest {
  @Test
  void aDecisionWhoseBlockIsTakenBackIsAnchoredAgain() {
    try (SingleCommitteeRegistry world = SingleCommitteeRegistry.found(43)) {
      world.anvil().call("evm_setIntervalMining", "[0]");
      Bytes32 id = world.signatories().certify(world.pause(0).build());
      var outbox = world.service().part(Outbox.class);
      Eventually.equal(
          true, () -> outbox.unsettled(id).stream().anyMatch(EthereumTransactionRow::isSent));
      var looks = new AtomicInteger();
      Eventually.equal("ANCHORED", () -> mineNowAndThen(world, looks, id));
      world.anvil().call("anvil_reorg", "[" + blocksFromItsOwnOn(world, id) + ",[]]");
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

  /** On a slow machine another block may stand on the one that is to be taken back. */
  private static long blocksFromItsOwnOn(SingleCommitteeRegistry world, Bytes32 id) {
    String latest = world.anvil().call("eth_blockNumber", "[]");
    return Long.decode(JsonMapper.shared().readTree(latest).at("/result").asString())
        - world.decision(id).at("/anchor/block/number").asLong()
        + 1;
  }

  /**
   * A block every three seconds: slower than the service reads, and one may come before the
   * transaction.
   */
  private static String mineNowAndThen(
      SingleCommitteeRegistry world, AtomicInteger looks, Bytes32 id) {
    if (looks.getAndIncrement() % 30 == 0) {
      world.anvil().call("anvil_mine", "[1]");
    }
    return world.decision(id).at("/state").asString();
  }
}
