package org.softpause.authz.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.softpause.authz.Anvil;
import org.softpause.authz.Eventually;
import org.softpause.authz.RpcProxy;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.protocol.Bytes32;
import tools.jackson.databind.JsonNode;

class WrongChainTest {
  @Test
  void whileTheUrlLeadsToAnotherChainNothingIsReadOrSentAndHealthNamesBothUntilItIsTheRightOne() {
    try (var node = new RpcProxy();
        Anvil other = Anvil.ofChain(999);
        SingleCommitteeRegistry world = SingleCommitteeRegistry.found(54, node::inFrontOf)) {
      Eventually.equal("UP", () -> health(world).at("/status").asString());
      var alarms = new ListAppender<ILoggingEvent>();
      alarms.start();
      ((Logger) LoggerFactory.getLogger(ServedChain.class)).addAppender(alarms);
      node.inFrontOf(other.endpoint());
      Eventually.equal(
          "the node is on chain 999, but the registry is on chain 31337",
          () -> health(world).at("/components/chain/details/alarm").asString(""));
      assertThat(health(world).at("/status").asString()).isEqualTo("DOWN");
      node.forgetCalls();
      Bytes32 id = world.signatories().certify(world.pause(0).build());
      Eventually.equal(true, () -> node.calls("eth_chainId") > 20);
      assertThat(world.state(id)).isEqualTo("CERTIFIED");
      assertThat(node.methods()).containsExactly("eth_chainId");
      assertThat(alarms.list).filteredOn(line -> line.getLevel() == Level.ERROR).hasSize(1);

      node.inFrontOf(world.anvil().endpoint());
      world.await(id, "FINAL");
      Eventually.equal("UP", () -> health(world).at("/status").asString());
    }
  }

  private static JsonNode health(SingleCommitteeRegistry world) {
    return world.service().admin().get("/actuator/health").json();
  }
}
