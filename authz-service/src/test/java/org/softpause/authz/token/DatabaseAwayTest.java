package org.softpause.authz.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.softpause.authz.Eventually;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.LicensedRegistry;
import org.softpause.authz.RunningService;
import org.softpause.authz.TcpProxy;
import org.softpause.db.PostgresFixture;

/** The token of a service whose database is cut off. */
@Execution(ExecutionMode.CONCURRENT)
class DatabaseAwayTest {
  private static final LicensedRegistry WORLD = LicensedRegistry.found(55);
  private static final String TOKEN = "/v1/tokens/latest";

  @AfterAll
  static void end() {
    WORLD.close();
  }

  @Test
  void theLastTokenIsServedUntilItExpiresWhileTheDatabaseIsAwayAndReadinessSaysSo() {
    try (TcpProxy way = TcpProxy.inFrontOf(PostgresFixture.shared().newDatabase());
        RunningService service = start(way)) {
      HttpCaller open = service.open();
      Eventually.equal(200, () -> open.get(TOKEN).status());
      assertThat(probe(service, "readiness")).isEqualTo(200);
      WORLD.anvil().call("evm_setIntervalMining", "[0]");
      way.cut();
      var served = open.get(TOKEN);
      assertThat(served.status()).as(served.body()).isEqualTo(200);
      var again = open.get(TOKEN);
      assertThat(again.body()).isEqualTo(served.body());
      assertThat(again.header("ETag")).isEqualTo(served.header("ETag"));
      assertThat(open.get(TOKEN, "If-None-Match", served.header("ETag")).status()).isEqualTo(304);
      assertThat(probe(service, "readiness")).isEqualTo(503);
      assertThat(probe(service, "liveness")).isEqualTo(200);

      Eventually.equal(503, () -> open.get(TOKEN).status());
      assertThat(open.get(TOKEN).problem()).isEqualTo("database-unreachable");

      way.mend();
      WORLD.anvil().call("evm_setIntervalMining", "[1]");
      Eventually.equal(200, () -> open.get(TOKEN).status());
      Eventually.equal(200, () -> probe(service, "readiness"));
    }
  }

  private static RunningService start(TcpProxy way) {
    return WORLD.startFollower(
        way.database(),
        WORLD.anvil().endpoint(),
        "softpause.anchoring.poll=200ms",
        "softpause.token.refresh=200ms",
        "softpause.token.lifetime=" + Duration.ofSeconds(40).toSeconds() + "s",
        "spring.datasource.hikari.connection-timeout=500");
  }

  private static int probe(RunningService service, String which) {
    return service.admin().get("/actuator/health/" + which).status();
  }
}
