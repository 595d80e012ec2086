package org.softpause.authz.mirror;

import java.sql.SQLException;
import org.softpause.db.PostgresFixture;

/**
 * What a database holds of the log.
 *
 * @param steps audit rows of decisions; an entry that is final has two
 * @param finalBlock the finalised block up to which it was read, -1 before there is one
 */
record StoredLog(
    long entries,
    long finalEntries,
    long finalDecisions,
    long certificates,
    long steps,
    long finalBlock) {
  static final StoredLog EMPTY = new StoredLog(0, 0, 0, 0, 0, -1);

  /** Whether each entry is there with all that belongs to it, and nothing else is. */
  boolean isWhole() {
    return entries == finalEntries
        && entries == finalDecisions
        && entries == certificates
        && 2 * entries == steps;
  }

  static StoredLog of(PostgresFixture.Database database) throws SQLException {
    try (var connection = database.open();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select (select count(*) from log_entry),
                       (select count(*) from log_entry where finalised_at is not null),
                       (select count(*) from decision where state = 'FINAL'),
                       (select count(*) from certificate),
                       (select count(*) from audit_entry where subject = 'DECISION'),
                       (select coalesce(max(final_block), -1) from chain_cursor)
                """)) {
      row.next();
      return new StoredLog(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6));
    }
  }
}
