package org.softpause.authz.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;

/** The row of a commitment number that a member has used, with the signed document it is in. */
@Entity
@Table(name = "commitment")
class CommitmentRow {
  @EmbeddedId private Id id;
  @Column private Bytes32 decision;
  @Column private Bytes32 digest;
  private String document;
  @Column private Instant receivedAt;

  @SuppressWarnings("NullAway.Init")
  protected CommitmentRow() {}

  CommitmentRow(Id id, Bytes32 decision, Jws document, Instant receivedAt) {
    this.id = id;
    this.decision = decision;
    this.digest = document.unverified().hash();
    this.document = document.compact();
    this.receivedAt = receivedAt;
  }

  @Embeddable
  record Id(Bytes32 roster, int identifier, long number) implements Serializable {}

  Id id() {
    return id;
  }

  Jws document() {
    return Jws.parse(document);
  }
}
