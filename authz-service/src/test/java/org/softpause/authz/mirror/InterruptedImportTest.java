package org.softpause.authz.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.softpause.authz.Eventually;
import org.softpause.authz.LicensedRegistry;
import org.softpause.authz.RpcProxy;
import org.softpause.authz.RunningService;
import org.softpause.db.PostgresFixture;
import org.softpause.protocol.RuleViolation;

/** Imports of a log of sixty entries that end in the middle, at the node or at the database. */
class InterruptedImportTest {
  private static final LicensedRegistry WORLD = LicensedRegistry.found(53);
  private static final int ENTRIES = 60;

  /** In the second batch of an import, when the first is written and not committed. */
  private static final int CUT_AT = 57;

  private final PostgresFixture.Database database = PostgresFixture.shared().newDatabase();
  private final RpcProxy node = new RpcProxy();

  @BeforeAll
  static void anchor() {
    WORLD.anchorRenewals(20);
    WORLD.mine(50);
    WORLD.anchorRenewals(ENTRIES - 20);
    WORLD.mine(3);
  }

  @AfterAll
  static void end() {
    WORLD.close();
  }

  @Test
  void aConnectionToTheNodeThatIsCutAtAnyCallLosesNothingAndDoublesNothing()
      throws IOException, SQLException {
    try (node;
        RunningService service = follower("softpause.anchoring.blocks-per-request=20")) {
      LogFollower follower = service.part(LogFollower.class);
      int cuts = 0;
      while (StoredLog.of(database).entries() < ENTRIES) {
        node.cutAfter(cuts);
        try {
          follower.step();
        } catch (IOException cut) {
          cuts++;
        } finally {
          node.cutNothing();
        }
        assertThat(StoredLog.of(database)).as("after cut %d", cuts).matches(StoredLog::isWhole);
      }
      assertThat(cuts).isGreaterThan(10);
      assertThat(service.part(RegistryMirror.class).finalised().sequence()).isEqualTo(ENTRIES);
    }
  }

  @Test
  void aConnectionToTheDatabaseThatIsCutWithinAnImportLeavesNothingOfIt()
      throws IOException, SQLException {
    try (node;
        RunningService service = follower()) {
      LogFollower follower = service.part(LogFollower.class);
      execute(
          """
          create function cut() returns trigger language plpgsql as $$
          begin
              perform pg_terminate_backend(pg_backend_pid());
              return new;
          end
          $$
          """,
          "create trigger cut before insert on log_entry for each row when (new.sequence = "
              + CUT_AT
              + ") execute function cut()");
      for (int attempt = 0; attempt < 3; attempt++) {
        assertThatThrownBy(follower::step).isNotInstanceOf(RuleViolation.class);
        assertThat(StoredLog.of(database)).isEqualTo(StoredLog.EMPTY);
      }
      execute("drop trigger cut on log_entry");
      follower.step();
      StoredLog stored = StoredLog.of(database);
      assertThat(stored).matches(StoredLog::isWhole);
      assertThat(stored.entries()).isEqualTo(ENTRIES);
    }
  }

  @Test
  void entriesThatAreNotFinalYetNeedTheirReceiptsOnce() throws IOException {
    WORLD.anvil().call("evm_setIntervalMining", "[0]");
    try (node;
        RunningService service = follower()) {
      LogFollower follower = service.part(LogFollower.class);
      follower.step();
      WORLD.anchorPendingRenewals(3);
      node.forgetCalls();
      for (int pass = 0; pass < 3; pass++) {
        follower.step();
        assertThat(service.part(RegistryMirror.class).pendingEntries()).hasSize(3);
      }
      assertThat(node.calls("eth_getLogs")).isEqualTo(3);
      assertThat(node.calls("eth_getTransactionReceipt")).isEqualTo(3);
    } finally {
      WORLD.anvil().call("evm_setIntervalMining", "[1]");
    }
  }

  /** A service of its own database, in which no pass happens but those that the tests make. */
  private RunningService follower(String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("softpause.anchoring.poll=1h", "softpause.token.refresh=1h"));
    RunningService service =
        WORLD.startFollower(
            database, node.inFrontOf(WORLD.anvil().endpoint()), all.toArray(String[]::new));
    Eventually.equal(200, () -> service.open().get("/v1/registry").status());
    return service;
  }

  private void execute(String... statements) throws SQLException {
    try (var connection = database.open();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
