package org.softpause.authz.mirror.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.softpause.authz.HttpCaller;
import org.softpause.authz.SingleCommitteeRegistry;

class StoredLogTest {
  /** More than two of the parts in which a page is read. */
  private static final int ENTRIES = 130;

  /** What the rows hold is no entry at all, so that whoever reads it would fail. */
  @Test
  void theLogIsHandedOutAsItIsStoredAndNotReadAnew() throws SQLException {
    try (SingleCommitteeRegistry world = SingleCommitteeRegistry.found(58)) {
      store(world);
      HttpCaller open = world.service().open();
      var all = open.get("/v1/log?limit=500").json();
      assertThat(all.at("/entries").size()).isEqualTo(ENTRIES);
      assertThat(all.at("/entries/129/entry/stored").asInt()).isEqualTo(130);
      assertThat(all.at("/entries/0/block/number").asInt()).isEqualTo(7);
      assertThat(all.has("next")).isFalse();
      for (int limit : new int[] {1, 49, 50, 51, 100, 129}) {
        var page = open.get("/v1/log?limit=" + limit).json();
        assertThat(page.at("/entries").size()).isEqualTo(limit);
        assertThat(page.at("/next").asInt()).isEqualTo(limit);
      }
      var full = open.get("/v1/log?limit=130").json();
      assertThat(full.at("/next").asInt()).isEqualTo(ENTRIES);
      var empty = open.get("/v1/log?after=130").body();
      assertThat(empty).isEqualTo("{\"entries\":[]}");
      assertThat(open.get("/v1/log?after=129").body())
          .startsWith(
              "{\"entries\":[{\"entry\":{\"stored\":130},\"block\":{\"number\":7,\"hash\":");
    }
  }

  private static void store(SingleCommitteeRegistry world) throws SQLException {
    try (Connection connection = world.database().open();
        PreparedStatement decision =
            connection.prepareStatement(
                "insert into decision (id, state, type, mandate, epoch, slot, proposed_at,"
                    + " anchor_by, document, recorded_at, version)"
                    + " values (sha256(?), 'FINAL', 'Pause', 'STANDING', 0, 0, now(), now(), '{}',"
                    + " now(), 0)");
        PreparedStatement entry =
            connection.prepareStatement(
                "insert into log_entry values (?, sha256(?), sha256(?), now(), 7, sha256('b'),"
                    + " sha256('t'), 60000, ?, now())")) {
      for (int sequence = 1; sequence <= ENTRIES; sequence++) {
        byte[] id = {(byte) sequence};
        decision.setBytes(1, id);
        decision.executeUpdate();
        entry.setLong(1, sequence);
        entry.setBytes(2, id);
        entry.setBytes(3, id);
        entry.setString(4, "{\"stored\":" + sequence + "}");
        entry.executeUpdate();
      }
    }
  }
}
