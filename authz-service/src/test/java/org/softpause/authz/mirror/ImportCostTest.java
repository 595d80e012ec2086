package org.softpause.authz.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.softpause.authz.Eventually;
import org.softpause.authz.LicensedRegistry;
import org.softpause.authz.RpcProxy;
import org.softpause.authz.RunningService;
import org.softpause.db.PostgresFixture;

/** What it costs to import a log, counted: statements, comparisons of entities, and calls. */
class ImportCostTest {
  private static final LicensedRegistry WORLD = LicensedRegistry.found(52);

  /** No pass happens but those that the tests make. */
  private static final String[] BY_HAND = {
    "softpause.anchoring.poll=1h",
    "softpause.token.refresh=1h",
    "spring.jpa.properties.hibernate.session_factory.interceptor="
        + DirtyCheckCounter.class.getName()
  };

  @AfterAll
  static void end() {
    WORLD.close();
  }

  /** What one pass took. */
  private record Cost(long statements, long comparisons, int receipts, int requestsForEvents) {}

  @Test
  void tenTimesTheEntriesCostAtMostTenTimesAsMuch() throws IOException {
    WORLD.anchorRenewals(50);
    WORLD.mine(3);
    Cost fifty = costOfImporting(50);
    WORLD.anchorRenewals(450);
    WORLD.mine(3);
    Cost fiveHundred = costOfImporting(500);
    assertThat(fiveHundred.statements()).isLessThanOrEqualTo(10 * fifty.statements());
    assertThat(fiveHundred.statements()).isLessThanOrEqualTo(500 * 4);
    assertThat(fiveHundred.comparisons()).isLessThanOrEqualTo(10 * fifty.comparisons());
    assertThat(fiveHundred.receipts()).isEqualTo(500);
    assertThat(fiveHundred.requestsForEvents()).isEqualTo(fifty.requestsForEvents());
  }

  private static Cost costOfImporting(int entries) throws IOException {
    try (var node = new RpcProxy();
        RunningService service =
            WORLD.startFollower(
                PostgresFixture.shared().newDatabase(),
                node.inFrontOf(WORLD.anvil().endpoint()),
                BY_HAND)) {
      Eventually.equal(200, () -> service.open().get("/v1/registry").status());
      RegistryMirror mirror = service.part(RegistryMirror.class);
      assertThat(mirror.finalised().sequence()).isZero();
      Statistics statistics =
          service.part(EntityManagerFactory.class).unwrap(SessionFactory.class).getStatistics();
      statistics.setStatisticsEnabled(true);
      long before = DirtyCheckCounter.checks();
      node.forgetCalls();
      service.part(LogFollower.class).step();
      Cost cost =
          new Cost(
              statistics.getPrepareStatementCount(),
              DirtyCheckCounter.checks() - before,
              node.calls("eth_getTransactionReceipt"),
              node.calls("eth_getLogs"));
      assertThat(mirror.finalised().sequence()).isEqualTo(entries);
      return cost;
    }
  }
}
