package org.softpause.authz.ceremony;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.ceremony.CeremonyPhase;
import org.softpause.protocol.committee.Roster;

/** The state of a ceremony, kept for queries; all of it follows from the messages. */
@Entity
@Table(name = "ceremony")
class CeremonyRecord {
  @Id private Bytes32 id;
  private String body;

  @Enumerated(EnumType.STRING)
  private CeremonyPhase phase;

  @Column private @Nullable Bytes32 rosterHash;
  @Column private byte @Nullable [] groupKey;
  @Column private byte @Nullable [] possession;
  private Instant openedAt;
  @Column private @Nullable Bytes32 openedBy;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected CeremonyRecord() {}

  CeremonyRecord(Ceremony ceremony, Bytes32 openedBy, Instant openedAt) {
    this.id = ceremony.id();
    this.body = ceremony.opening().body();
    this.phase = ceremony.phase();
    this.openedBy = openedBy;
    this.openedAt = openedAt;
  }

  /** Takes over the state that the messages lead to. */
  void follow(Ceremony ceremony) {
    phase = ceremony.phase();
    rosterHash = ceremony.roster().map(Roster::hash).orElse(rosterHash);
    groupKey = ceremony.roster().map(roster -> roster.groupKey().encode()).orElse(groupKey);
    possession = ceremony.possession().map(Signature::encode).orElse(possession);
  }

  CeremonySummary summary() {
    return new CeremonySummary(id, body, phase, openedAt);
  }
}
