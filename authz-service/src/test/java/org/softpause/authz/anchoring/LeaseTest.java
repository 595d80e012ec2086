package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThat(ours.hold(LeasedWork.SENDING)).isTrue();
    assertThat(theirs.hold(LeasedWork.SENDING)).isFalse();
    assertThat(ours.hold(LeasedWork.SENDING)).isTrue();
    assertThat(theirs.hold(LeasedWork.SENDING)).isFalse();
  }

  @Test
  void aReplicaThatEndsLetsAnotherGoOnAtOnce() {
    ours.hold(LeasedWork.SENDING);
    ours.release(LeasedWork.SENDING);
    assertThat(theirs.hold(LeasedWork.SENDING)).isTrue();
  }

  @Test
  void aReplicaThatFellSilentLosesItOnceItHasRunOut() {
    Lease silent = lease(3, Duration.ZERO);
    assertThat(silent.hold(LeasedWork.SENDING)).isTrue();
    assertThat(ours.hold(LeasedWork.SENDING)).isTrue();
    assertThat(silent.hold(LeasedWork.SENDING)).isFalse();
  }

  @Test
  void aReplicaCannotReleaseWhatAnotherHolds() {
    ours.hold(LeasedWork.SENDING);
    theirs.release(LeasedWork.SENDING);
    assertThat(theirs.hold(LeasedWork.SENDING)).isFalse();
  }

  @Test
  void eachKindOfWorkHasALeaseOfItsOwn() {
    assertThat(ours.hold(LeasedWork.SENDING)).isTrue();
    assertThat(theirs.hold(LeasedWork.FOLLOWING)).isTrue();
    assertThat(theirs.isHeldByAnother(LeasedWork.SENDING)).isTrue();
    assertThat(theirs.isHeldByAnother(LeasedWork.FOLLOWING)).isFalse();
  }

  @Test
  void aLeaseThatHasRunOutIsNotEnoughToRecordThoughNobodyElseHoldsIt() {
    Lease silent = lease(3, Duration.ZERO);
    assertThat(silent.hold(LeasedWork.SENDING)).isTrue();
    assertThatThrownBy(() -> silent.require(LeasedWork.SENDING))
        .isInstanceOf(LeaseLost.class)
        .hasMessageContaining("sending");
  }

  @Test
  void whoRecordsRenewsItsLease() {
    ours.hold(LeasedWork.SENDING);
    JDBC.sql("update lease set until = clock_timestamp() + interval '1 minute'").update();
    ours.require(LeasedWork.SENDING);
    assertThat(
            JDBC.sql("select until > clock_timestamp() + interval '30 minutes' from lease")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private static Lease lease(long seed, Duration length) {
    var settings =
        new AnchoringSettings(
            Duration.ofSeconds(2), Duration.ofSeconds(30), BigDecimal.TEN, length);
    return new Lease(JDBC, settings, TestRandom.seeded(seed));
  }
}
