package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.softpause.authz.Eventually;
import org.softpause.authz.RpcProxy;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.protocol.Bytes32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the registry refuses is told apart from what the node cannot do, and neither stops more. */
@Execution(ExecutionMode.CONCURRENT)
class RefusalTest {
  private static final String NO_HEADER =
      "\"error\":{\"code\":-32000,\"message\":\"header not found\"}";

  private final RpcProxy proxy = new RpcProxy();
  private final SingleCommitteeRegistry world = SingleCommitteeRegistry.found(47, proxy::inFrontOf);

  @AfterEach
  void end() {
    world.close();
    proxy.close();
  }

  @Test
  void whereTheNodeGivesNoEventsDecisionsAreSentAllTheSame() {
    proxy.refuse("eth_getLogs");
    Bytes32 id = world.signatories().certify(world.pause(0).build());
    Eventually.equal("0x1", () -> receiptStatus(id));
    Eventually.equal(false, () -> health().at("/details/node").asString("").isEmpty());
    assertThat(world.state(id)).isEqualTo("ANCHORING");
    proxy.refuseNothing();
    world.await(id, "FINAL");
  }

  @Test
  void anErrorOfTheNodeIsNotTakenForARefusalByTheRegistry() {
    proxy.forge("eth_estimateGas", NO_HEADER);
    Bytes32 id = world.signatories().certify(world.pause(0).build());
    Eventually.equal(
        true, () -> health().at("/details/sending").asString().contains("header not found"));
    assertThat(health().at("/status").asString()).isEqualTo("DOWN");
    assertThat(world.decision(id).has("refusal")).isFalse();
    proxy.refuseNothing();
    world.await(id, "FINAL");
  }

  @Test
  void anEstimateBeyondWhatAnyDecisionNeedsIsNamedAndSignedForByNoTransaction() {
    proxy.forge("eth_estimateGas", "\"result\":\"0x3b9aca00\"");
    Bytes32 id = world.signatories().certify(world.pause(0).build());
    Eventually.equal(
        true, () -> health().at("/details/sending").asString().contains("1000000000 gas"));
    assertThat(world.state(id)).isEqualTo("CERTIFIED");
    proxy.refuseNothing();
    world.await(id, "FINAL");
  }

  @Test
  void anErrorThatTheNodeGivesToOneDecisionKeepsUpNoOther() {
    long expiresAt = world.now() + 7_321;
    proxy.forgeWhere(String.format("%064x", expiresAt), NO_HEADER);
    Bytes32 first = world.signatories().certify(world.pause(0).expiresAt(expiresAt).build());
    Bytes32 second = world.signatories().certify(world.pause(1).build());
    world.await(second, "FINAL");
    assertThat(world.state(first)).isEqualTo("CERTIFIED");
    proxy.refuseNothing();
    world.await(first, "FINAL");
  }

  @Test
  void aRefusalByTheRegistryIsShownByItsNameAndInTheHistory() {
    proxy.forge("eth_sendRawTransaction", NO_HEADER);
    Bytes32 first = world.signatories().certify(world.pause(0).build());
    world.await(first, "ANCHORING");
    long proposed = world.now();
    Eventually.equal(true, () -> world.now() > proposed);
    Bytes32 second = world.signatories().certify(world.pause(0).ceilingBps(600).build());
    world.await(second, "ANCHORING");
    proxy.refuseNothing();
    world.await(first, "FINAL");
    Eventually.equal("SlotOccupied", () -> world.decision(second).at("/refusal").asString());
    assertThat(world.decision(second).at("/history").findValuesAsString("state"))
        .contains("REFUSED");
    assertThat(world.decision(second).at("/history").findValuesAsString("detail"))
        .contains("SlotOccupied");
    assertThat(world.decision(first).has("refusal")).isFalse();
  }

  private JsonNode health() {
    return world.service().admin().get("/actuator/health").json().at("/components/registry");
  }

  private String receiptStatus(Bytes32 id) {
    return world.service().part(Outbox.class).unsettled(id).stream()
        .map(row -> world.anvil().call("eth_getTransactionReceipt", "[\"" + row.hash() + "\"]"))
        .map(answer -> JsonMapper.shared().readTree(answer).at("/result/status").asString())
        .filter(status -> !status.isEmpty())
        .findFirst()
        .orElse("none");
  }
}
