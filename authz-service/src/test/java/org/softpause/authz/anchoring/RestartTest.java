package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.authz.RpcProxy;
import org.softpause.authz.SingleCommitteeRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;

class RestartTest {
  @Test
  void aStopBetweenRecordingAndSendingLosesNothingAndSendsNothingTwice() throws SQLException {
    try (var proxy = new RpcProxy();
        SingleCommitteeRegistry world = SingleCommitteeRegistry.found(42, proxy::inFrontOf)) {
      proxy.refuse("eth_sendRawTransaction");
      Bytes32 id = world.signatories().certify(world.pause(0).build());
      world.await(id, "ANCHORING");
      List<String> recorded = transactions(world, "sent_at is null");
      assertThat(recorded).hasSize(1);
      world.stopService();
      assertThat(transactions(world, "true")).isEqualTo(recorded);

      proxy.refuseNothing();
      world.restartService();
      world.await(id, "FINAL");
      assertThat(transactions(world, "sent_at is not null")).isEqualTo(recorded);
      assertThat(world.service().open().get("/v1/log").json().at("/entries").size()).isEqualTo(1);
    }
  }

  private static List<String> transactions(SingleCommitteeRegistry world, String which)
      throws SQLException {
    List<String> raw = new ArrayList<>();
    try (var connection = world.database().open();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select raw from anchoring_transaction where " + which)) {
      while (rows.next()) {
        raw.add(Hex.encode(rows.getBytes(1)));
      }
    }
    return raw;
  }
}
