package org.softpause.authz.ceremony;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;

/** The row of one ceremony message, stored as the member signed it. */
@Entity
@Table(name = "ceremony_message")
class CeremonyMessage {
  @EmbeddedId
  @SuppressWarnings("UnusedVariable") // queries read it
  private Place place;

  @Column private String type;
  @Column private int identifier;
  @Column private Bytes32 digest;
  private String message;
  @Column private Instant receivedAt;

  @SuppressWarnings("NullAway.Init")
  protected CeremonyMessage() {}

  CeremonyMessage(Place place, Identifier sender, Jws message, Instant receivedAt) {
    this.place = place;
    this.type = message.unverified().type();
    this.identifier = sender.value();
    this.digest = message.unverified().hash();
    this.message = message.compact();
    this.receivedAt = receivedAt;
  }

  /** Its place in the order of arrival, from 0. */
  @Embeddable
  record Place(Bytes32 ceremony, int position) implements Serializable {}

  Jws message() {
    return Jws.parse(message);
  }
}
