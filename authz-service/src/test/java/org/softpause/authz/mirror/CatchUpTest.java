package org.softpause.authz.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.softpause.authz.Eventually;
import org.softpause.authz.LicensedRegistry;
import org.softpause.authz.RpcProxy;
import org.softpause.authz.RunningService;
import org.softpause.db.PostgresFixture;
import org.softpause.protocol.Bytes32;
import tools.jackson.databind.json.JsonMapper;

/** Services that are many requests behind a chain whose node has the state of few blocks. */
class CatchUpTest {
  private static final LicensedRegistry WORLD = LicensedRegistry.found(51);
  private static final String[] SMALL_WINDOWS = {
    "softpause.anchoring.blocks-per-request=20", "softpause.anchoring.poll=200ms"
  };
  private static final int STATES_KEPT = 12;

  @AfterAll
  static void end() {
    WORLD.close();
  }

  @Test
  void aServiceFarBehindCatchesUpWhereTheNodeHasTheStateOfTheLatestBlocksOnly() {
    List<Bytes32> anchored = anchorFarApart();
    try (var node = new RpcProxy()) {
      URI rpc = node.inFrontOf(WORLD.anvil().endpoint());
      node.keepStates(STATES_KEPT);
      var database = PostgresFixture.shared().newDatabase();
      try (RunningService late = WORLD.startFollower(database, rpc, SMALL_WINDOWS)) {
        Eventually.equal(anchored.getLast().toString(), () -> newest(late));
        assertThat(status(late)).isEqualTo("UP");
      }
    }
  }

  @Test
  void nothingIsStoredOfALongLogWhoseReplayTheStorageContradicts() throws SQLException {
    List<Bytes32> anchored = anchorFarApart();
    try (var node = new RpcProxy()) {
      URI rpc = node.inFrontOf(WORLD.anvil().endpoint());
      var database = PostgresFixture.shared().newDatabase();
      node.forge("eth_getStorageAt", "\"result\":\"0x" + "ab".repeat(32) + '"');
      try (RunningService late = WORLD.startFollower(database, rpc, SMALL_WINDOWS)) {
        Eventually.equal("DOWN", () -> status(late));
        assertThat(StoredLog.of(database)).isEqualTo(StoredLog.EMPTY);
        node.refuseNothing();
        Eventually.equal(anchored.getLast().toString(), () -> newest(late));
        Eventually.equal("UP", () -> status(late));
      }
    }
  }

  private static String status(RunningService service) {
    return service.admin().get("/actuator/health").json().at("/status").asString();
  }

  private static List<Bytes32> anchorFarApart() {
    WORLD.anchorRenewals(2);
    WORLD.mine(60);
    List<Bytes32> second = WORLD.anchorRenewals(3);
    WORLD.mine(60);
    return second;
  }

  /** The newest decision of a service's final log. */
  private static String newest(RunningService service) {
    var entries = service.part(RegistryMirror.class).storedEntries(0, 1_000);
    return entries.isEmpty()
        ? "nothing"
        : JsonMapper.shared().readTree(entries.getLast().json()).at("/certificate/id").asString();
  }
}
