package org.softpause.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** A database that a service of before has sent from is brought up to date. */
class NonceMigrationTest {
  private static final String SENT_BEFORE =
      """
      create function b(length integer, seed integer) returns bytea language sql as
        $$ select decode(repeat(lpad(to_hex(seed), 2, '0'), length), 'hex') $$;
      insert into registry values (true, b(20, 9), 7, 1, b(32, 8), b(32, 8), '{}', now());
      insert into decision (id, state, type, mandate, epoch, slot, proposed_at, anchor_by, document,
                            recorded_at, version)
        select b(32, n), 'ANCHORING', 'Pause', 'STANDING', 0, 0, now(), now(), '{}', now(), 0
        from generate_series(1, 2) n;
      insert into certificate select b(32, n), '{}', now() from generate_series(1, 2) n;
      insert into anchoring (decision, enqueued_at, next_try_at, version)
        select b(32, n), now(), now(), 0 from generate_series(1, 2) n;
      insert into anchoring_transaction values
        (b(32, 21), b(32, 1), b(20, 3), 5, 100000, 10, 1, b(1, 2), now(), null, null),
        (b(32, 22), b(32, 1), b(20, 3), 5, 100000, 11, 1, b(1, 2), now(), null, null),
        (b(32, 23), b(32, 2), b(20, 3), 6, 100000, 10, 1, b(1, 2), now(), null, null);
      """;

  private static final PostgresFixture.Database DATABASE = PostgresFixture.shared().newDatabase();

  @Test
  void everyNonceThatWasSentFromHasItsDecisionAsOwner() throws SQLException {
    flyway().target("19").load().migrate();
    try (Connection connection = DATABASE.open();
        var statement = connection.createStatement()) {
      statement.execute(SENT_BEFORE);
    }
    flyway().load().migrate();
    try (Connection connection = DATABASE.open();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select string_agg(n.nonce || ':' || get_byte(n.decision, 0), ' ' order by n.nonce),"
                    + " (select count(*) from anchoring_transaction where chain_id = 7)"
                    + " from anchoring_nonce n where chain_id = 7 and consumed_at is null")) {
      rows.next();
      assertThat(rows.getString(1)).isEqualTo("5:1 6:2");
      assertThat(rows.getInt(2)).isEqualTo(3);
    }
  }

  private static FluentConfiguration flyway() {
    return Flyway.configure().dataSource(DATABASE.url(), DATABASE.user(), DATABASE.password());
  }
}
