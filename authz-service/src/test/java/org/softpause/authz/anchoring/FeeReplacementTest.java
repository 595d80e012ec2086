package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.authz.Eventually;
import org.softpause.authz.RpcProxy;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.protocol.Bytes32;

@Execution(ExecutionMode.CONCURRENT)
class FeeReplacementTest {
  @Test
  void aTransactionThatWaitsTooLongIsReplacedAtAHigherFeeUnderTheSameNonceAndAnchorsOnce() {
    try (SingleCommitteeRegistry world = SingleCommitteeRegistry.found(45)) {
      world.stopService();
      world.restartService("softpause.anchoring.bump-after=1s");
      world.anvil().call("evm_setIntervalMining", "[0]");
      Bytes32 id = world.signatories().certify(world.pause(0).build());
      Outbox outbox = world.service().part(Outbox.class);
      Eventually.equal(true, () -> outbox.unsettled(id).size() >= 2);
      List<EthereumTransactionRow> offers = outbox.unsettled(id);
      assertThat(offers.stream().map(row -> row.offer().nonce()).distinct()).hasSize(1);
      for (int i = 0; i + 1 < offers.size(); i++) {
        BigInteger higher = offers.get(i).offer().fees().max();
        BigInteger lower = offers.get(i + 1).offer().fees().max();
        assertThat(higher.multiply(BigInteger.valueOf(8)))
            .isGreaterThanOrEqualTo(lower.multiply(BigInteger.valueOf(9)));
      }
      world.anvil().call("evm_setIntervalMining", "[1]");
      world.await(id, "FINAL");
      assertThat(outbox.unsettled(id)).isEmpty();
      assertThat(world.get("/v1/log").at("/entries").size()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max fee per gas less than block base fee",
        "replacement transaction underpriced",
        "transaction underpriced"
      })
  void aTransactionThatTheNodeFindsTooCheapIsPricedAnewUpToFiveTimesTheMarket(String words) {
    try (var proxy = new RpcProxy();
        SingleCommitteeRegistry world = SingleCommitteeRegistry.found(45, proxy::inFrontOf)) {
      proxy.forge(
          "eth_sendRawTransaction", "\"error\":{\"code\":-32000,\"message\":\"" + words + "\"}");
      Bytes32 id = world.signatories().certify(world.pause(0).build());
      Outbox outbox = world.service().part(Outbox.class);
      Eventually.equal(true, () -> sending(world).contains("is needed"));
      assertThat(sending(world)).contains(words);
      assertThat(outbox.unsettled(id)).hasSizeBetween(3, 20);
      proxy.refuseNothing();
      world.await(id, "FINAL");
    }
  }

  @Test
  void feesEndAtTheOperatorsCeilingAndHealthNamesWhatIsNeeded() {
    try (SingleCommitteeRegistry world = SingleCommitteeRegistry.found(45)) {
      world.stopService();
      world.restartService(
          "softpause.anchoring.bump-after=1s", "softpause.anchoring.max-fee-gwei=2.5");
      world.anvil().call("evm_setIntervalMining", "[0]");
      Bytes32 id = world.signatories().certify(world.pause(0).build());
      Eventually.equal(true, () -> sending(world).contains("is needed"));
      assertThat(sending(world)).contains("2.5 gwei");
      for (EthereumTransactionRow row : world.service().part(Outbox.class).unsettled(id)) {
        assertThat(row.offer().fees().max())
            .isLessThanOrEqualTo(BigInteger.valueOf(2_500_000_000L));
      }
      world.anvil().call("evm_setIntervalMining", "[1]");
      world.await(id, "FINAL");
    }
  }

  private static String sending(SingleCommitteeRegistry world) {
    return world
        .service()
        .admin()
        .get("/actuator/health")
        .json()
        .at("/components/registry/details/sending")
        .asString();
  }
}
