package org.softpause.authz.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

/** The row of a roster whose ceremony is complete, whether or not it holds a mandate. */
@Entity
@Table(name = "roster")
class RosterRow {
  private static final int MAX_ROSTER = 1 << 20;

  @Id private Bytes32 hash;

  @Column private String body;
  @Column private boolean civil;
  @Column private int threshold;
  @Column private int members;
  @Column private byte[] groupKey;
  private String payload;

  @SuppressWarnings("NullAway.Init")
  protected RosterRow() {}

  RosterRow(Roster roster) {
    this.hash = roster.hash();
    this.body = roster.body();
    this.civil = roster.civil();
    this.threshold = roster.minSigners();
    this.members = roster.members().size();
    this.groupKey = roster.groupKey().encode();
    this.payload = new String(CanonicalJson.encode(roster.toJson()), StandardCharsets.UTF_8);
  }

  Bytes32 hash() {
    return hash;
  }

  Roster roster() {
    return StrictJson.read(payload.getBytes(StandardCharsets.UTF_8), MAX_ROSTER, Roster::read);
  }
}
