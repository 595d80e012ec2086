package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.softpause.db.PostgresFixture;
import org.softpause.protocol.fixture.TestRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class LeaseTest {
  private static final PostgresFixture.Database DATABASE = PostgresFixture.shared().newDatabase();
  private static final JdbcClient JDBC =
      JdbcClient.create(
          new DriverManagerDataSource(DATABASE.url(), DATABASE.user(), DATABASE.password()));

  private final Lease ours = lease(1, Duration.ofHours(1));
  private final Lease theirs = lease(2, Duration.ofHours(1));

  @BeforeAll
  static void migrate() {
    Flyway.configure()
        .dataSource(DATABASE.url(), DATABASE.user(), DATABASE.password())
        .load()
        .migrate();
  }

  @BeforeEach
  void nobodyHoldsIt() {
    JDBC.sql("delete from lease").update();
  }

  @Test
  void oneReplicaHoldsItAndRenewsIt() {
    assertThat(ours.hold()).isTrue();
    assertThat(theirs.hold()).isFalse();
    assertThat(ours.hold()).isTrue();
    assertThat(theirs.hold()).isFalse();
  }

  @Test
  void aReplicaThatEndsLetsAnotherGoOnAtOnce() {
    ours.hold();
    ours.release();
    assertThat(theirs.hold()).isTrue();
  }

  @Test
  void aReplicaThatFellSilentLosesItOnceItHasRunOut() {
    Lease silent = lease(3, Duration.ZERO);
    assertThat(silent.hold()).isTrue();
    assertThat(ours.hold()).isTrue();
    assertThat(silent.hold()).isFalse();
  }

  @Test
  void aReplicaCannotReleaseWhatAnotherHolds() {
    ours.hold();
    theirs.release();
    assertThat(theirs.hold()).isFalse();
  }

  private static Lease lease(long seed, Duration length) {
    var settings =
        new AnchoringSettings(
            Duration.ofSeconds(2), Duration.ofSeconds(30), BigDecimal.TEN, length);
    return new Lease(JDBC, settings, TestRandom.seeded(seed));
  }
}
