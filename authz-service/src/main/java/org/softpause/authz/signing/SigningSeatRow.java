package org.softpause.authz.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;

/** The row of a member's seat in a session: the member owes a share until it has answered. */
@Entity
@Table(name = "signing_seat")
class SigningSeatRow {
  @EmbeddedId private Place place;
  @Column private int source;
  private @Nullable Integer answer;

  @SuppressWarnings("NullAway.Init")
  protected SigningSeatRow() {}

  /** The source is the event that holds the member's commitment. */
  SigningSeatRow(Place place, int source) {
    this.place = place;
    this.source = source;
  }

  @Embeddable
  record Place(Bytes32 decision, Bytes32 roster, int session, int identifier)
      implements Serializable {}

  SigningRun run() {
    return new SigningRun(place.decision(), place.roster());
  }

  int session() {
    return place.session();
  }

  Identifier member() {
    return new Identifier(place.identifier());
  }

  boolean isOwed() {
    return answer == null;
  }

  void answer(int position) {
    answer = position;
  }
}
