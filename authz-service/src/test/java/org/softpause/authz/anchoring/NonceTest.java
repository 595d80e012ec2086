package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.softpause.authz.Eventually;
import org.softpause.authz.RpcProxy;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real node behind a proxy that lies: whatever happens to one decision, the next is anchored. */
@Execution(ExecutionMode.CONCURRENT)
class NonceTest {
  private static final String POOL_IS_FULL =
      "\"error\":{\"code\":-32000,\"message\":\"txpool is full\"}";
  private static final String TWO_HUNDRED_FIFTY_SIX = "\"result\":\"0x100\"";

  private final RpcProxy proxy = new RpcProxy();
  private final SingleCommitteeRegistry world = SingleCommitteeRegistry.found(46, proxy::inFrontOf);

  @AfterEach
  void end() {
    world.close();
    proxy.close();
  }

  @Test
  void theNextDecisionIsAnchoredAfterOneThatAFullPoolRefusedUntilItExpired() throws SQLException {
    Bytes32 refused = refusedUntilItExpired();
    assertThat(world.state(refused)).isEqualTo("EXPIRED");
    proxy.refuseNothing();
    nextIsAnchored(1);
    assertThat(nonces()).containsExactly(1L);
  }

  @Test
  void theNextDecisionIsAnchoredAfterAnExpiryAndARestart() throws SQLException {
    refusedUntilItExpired();
    world.stopService();
    proxy.refuseNothing();
    world.restartService();
    nextIsAnchored(1);
    assertThat(nonces()).containsExactly(1L);
  }

  @Test
  void aDecisionAboveOneThatExpiredIsAnchoredSinceACancellationClosesTheGap() throws SQLException {
    proxy.forge("eth_sendRawTransaction", POOL_IS_FULL);
    Bytes32 first = certify(world.pause(0).anchorBy(world.now() + 30).build());
    world.await(first, "ANCHORING");
    Bytes32 above = certify(world.pause(1).build());
    world.await(above, "ANCHORING");
    world.await(first, "EXPIRED");
    proxy.refuseNothing();
    world.await(above, "FINAL");
    assertThat(nonces()).containsExactly(1L, 2L);
    assertThat(query("select nonce from anchoring_nonce where decision is null"))
        .containsExactly(1L);
  }

  @Test
  void aWrongFirstCountOfTransactionsLeavesNoGap() throws SQLException {
    proxy.forge("eth_getTransactionCount", TWO_HUNDRED_FIFTY_SIX);
    Bytes32 id = certify(world.pause(0).build());
    Bytes32 second = certify(world.pause(1).build());
    world.await(id, "ANCHORING");
    world.await(second, "ANCHORING");
    proxy.refuseNothing();
    world.await(id, "FINAL");
    world.await(second, "FINAL");
    nextIsAnchored(2);
    assertThat(query("select nonce from anchoring_nonce where consumed_at is not null"))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void aCountThatJumpsForThreeSecondsIsNamedAndSkipsNoNonce() throws SQLException {
    nextIsAnchored(0);
    proxy.forge("eth_getTransactionCount", TWO_HUNDRED_FIFTY_SIX);
    Bytes32 id = certify(world.pause(1).build());
    long until = world.now() + 3;
    Eventually.equal("DOWN", this::health);
    assertThat(healthDetail()).contains("256");
    Eventually.equal(true, () -> world.now() > until);
    proxy.refuseNothing();
    world.await(id, "FINAL");
    assertThat(nonces()).containsExactly(1L, 2L);
    Eventually.equal("UP", this::health);
  }

  @Test
  void aDecisionWhoseNonceAForeignTransactionUsedIsAnchoredUnderTheNext() throws SQLException {
    proxy.refuse("eth_sendRawTransaction");
    Bytes32 id = certify(world.pause(0).build());
    world.await(id, "ANCHORING");
    String account = call("eth_accounts", "[]").at("/result/0").asString();
    call(
        "eth_sendTransaction",
        "[{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x1\"}]".formatted(account, account));
    Eventually.equal(
        "0x2",
        () ->
            call("eth_getTransactionCount", "[\"" + account + "\",\"latest\"]")
                .at("/result")
                .asString());
    proxy.refuseNothing();
    world.await(id, "FINAL");
    assertThat(nonces()).containsExactly(1L, 2L);
  }

  @Test
  void whatWasRecordedBeforeAKillAndHasExpiredSinceDoesNotHoldUpTheNextDecision()
      throws SQLException {
    proxy.refuse("eth_sendRawTransaction");
    Bytes32 first = certify(world.pause(0).anchorBy(world.now() + 30).build());
    world.await(first, "ANCHORING");
    world.stopService();
    world.restartService();
    world.await(first, "EXPIRED");
    proxy.refuseNothing();
    nextIsAnchored(1);
    assertThat(nonces()).containsExactly(1L);
  }

  private Bytes32 refusedUntilItExpired() {
    proxy.forge("eth_sendRawTransaction", POOL_IS_FULL);
    Bytes32 refused = certify(world.pause(0).anchorBy(world.now() + 30).build());
    world.await(refused, "ANCHORING");
    Eventually.equal("DOWN", this::health);
    assertThat(healthDetail()).contains("txpool is full");
    world.await(refused, "EXPIRED");
    return refused;
  }

  private void nextIsAnchored(int slot) {
    world.await(certify(world.pause(slot).build()), "FINAL");
    Eventually.equal("UP", this::health);
  }

  private Bytes32 certify(Decision decision) {
    return world.signatories().certify(decision);
  }

  private JsonNode call(String method, String parameters) {
    return JsonMapper.shared().readTree(world.anvil().call(method, parameters));
  }

  private JsonNode registryHealth() {
    return world.service().admin().get("/actuator/health").json().at("/components/registry");
  }

  private String health() {
    return registryHealth().at("/status").asString();
  }

  private String healthDetail() {
    return registryHealth().at("/details/sending").asString();
  }

  private List<Long> nonces() throws SQLException {
    return query("select nonce from anchoring_nonce order by nonce");
  }

  private List<Long> query(String sql) throws SQLException {
    List<Long> all = new ArrayList<>();
    try (var connection = world.database().open();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.add(rows.getLong(1));
      }
    }
    return all;
  }
}
