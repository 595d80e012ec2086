package org.softpause.e2e.measure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.softpause.e2e.harness.PostgresServer;

/**
 * The times of one decision's signing, by the service's clock.
 *
 * @param enough when the t-th approval arrived and opened the session
 * @param lastShare when the last necessary share arrived
 * @param certified when the certificate was recorded
 */
record SigningTimings(OffsetDateTime enough, OffsetDateTime lastShare, OffsetDateTime certified) {
  Duration signing() {
    return Duration.between(enough, certified);
  }

  Duration aggregating() {
    return Duration.between(lastShare, certified);
  }

  /** Reads the times from the service's database. */
  record Source(PostgresServer server) {
    private static final String MOMENTS =
        """
        select session.opened_at, max(share.received_at), max(audit.at)
          from signing_session session
          join signing_event share using (decision, roster)
          join audit_entry audit on audit.subject_id = session.decision and audit.step = 'CERTIFIED'
         where session.decision = ? and session.number = 1
           and share.kind = 'SHARE' and share.verdict = 'COUNTED'
         group by session.opened_at""";

    List<SigningTimings> of(List<String> decisions) {
      List<SigningTimings> moments = new ArrayList<>();
      try (Connection connection =
              DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
          PreparedStatement query = connection.prepareStatement(MOMENTS)) {
        for (String decision : decisions) {
          query.setBytes(1, HexFormat.of().parseHex(decision, 2, decision.length()));
          try (ResultSet row = query.executeQuery()) {
            row.next();
            moments.add(new SigningTimings(moment(row, 1), moment(row, 2), moment(row, 3)));
          }
        }
      } catch (SQLException e) {
        throw new IllegalStateException("the service's database does not answer", e);
      }
      return moments;
    }

    private static OffsetDateTime moment(ResultSet row, int column) throws SQLException {
      return row.getObject(column, OffsetDateTime.class);
    }
  }
}
