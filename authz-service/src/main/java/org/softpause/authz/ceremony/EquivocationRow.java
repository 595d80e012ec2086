package org.softpause.authz.ceremony;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.evidence.Equivocation;
import org.softpause.protocol.jose.Jws;

/** A member's second, different message of one kind, kept only as evidence against it. */
@Entity
@Table(name = "ceremony_contradiction")
class EquivocationRow {
  @EmbeddedId private Proof proof;

  @Column private String type;
  @Column private String message;
  @Column private Instant receivedAt;

  @SuppressWarnings("NullAway.Init")
  protected EquivocationRow() {}

  EquivocationRow(Bytes32 ceremony, Equivocation evidence, Instant receivedAt) {
    this.proof =
        new Proof(
            ceremony,
            evidence.culprit().identifier().value(),
            evidence.second().unverified().hash());
    this.type = evidence.second().unverified().type();
    this.message = evidence.second().compact();
    this.receivedAt = receivedAt;
  }

  @Embeddable
  record Proof(Bytes32 ceremony, int identifier, Bytes32 digest) implements Serializable {}

  Jws message() {
    return Jws.parse(message);
  }

  int culprit() {
    return proof.identifier();
  }
}
