package org.softpause.authz.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.softpause.protocol.Bytes32;

/**
 * The row of a signing session: one attempt of a group with t commitments. It is never closed; it
 * is answered, or other sessions pass it by.
 */
@Entity
@Table(name = "signing_session")
class SigningSessionRow {
  @EmbeddedId private Place place;

  @Column(name = "package")
  private Bytes32 packageHash;

  @Column private Instant openedAt;

  @SuppressWarnings("NullAway.Init")
  protected SigningSessionRow() {}

  SigningSessionRow(Place place, Bytes32 packageHash, Instant openedAt) {
    this.place = place;
    this.packageHash = packageHash;
    this.openedAt = openedAt;
  }

  /** Sessions of a run are counted from 1. */
  @Embeddable
  record Place(Bytes32 decision, Bytes32 roster, int number) implements Serializable {}

  Place place() {
    return place;
  }

  SigningRun run() {
    return new SigningRun(place.decision(), place.roster());
  }

  int number() {
    return place.number();
  }

  Bytes32 packageHash() {
    return packageHash;
  }

  Instant openedAt() {
    return openedAt;
  }
}
