package org.softpause.e2e.attack;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.softpause.e2e.harness.JsonTree;
import org.softpause.e2e.harness.PostgresServer;

/** Reads signature shares from the service's database, as its operator could. */
record ServiceDatabase(PostgresServer server) {

  private static final String SHARES =
      """
      select share.document
        from group_signature made join signing_event share using (decision, roster, session)
       where decision = ? and share.kind = 'SHARE' and share.verdict = 'COUNTED'
       order by share.identifier""";

  /** Returns the signature shares of a decision, ordered by member. */
  List<BigInteger> signatureShares(String decision) {
    List<BigInteger> shares = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        PreparedStatement query = connection.prepareStatement(SHARES)) {
      query.setBytes(1, HexFormat.of().parseHex(decision, 2, decision.length()));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          shares.add(share(rows.getString(1)));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the service's database does not answer", e);
    }
    return shares;
  }

  private static BigInteger share(String jws) {
    byte[] payload = Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]);
    String share =
        JsonTree.parse(new String(payload, StandardCharsets.UTF_8)).path("share").asString();
    return new BigInteger(share.substring(2), 16);
  }
}
