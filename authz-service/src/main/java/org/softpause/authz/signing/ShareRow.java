package org.softpause.authz.signing;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.jose.Jws;

/** A share as it was signed: used if it is good, evidence against its sender if it is not. */
@Entity
@Table(name = "signature_share")
class ShareRow {
  @EmbeddedId private SessionMember seat;
  @Column private Bytes32 digest;
  private String share;
  private @Nullable String refusal;
  @Column private Instant receivedAt;

  @SuppressWarnings("NullAway.Init")
  protected ShareRow() {}

  ShareRow(SessionMember seat, Jws signed, @Nullable String refusal, Instant receivedAt) {
    this.seat = seat;
    this.digest = signed.unverified().hash();
    this.share = signed.compact();
    this.refusal = refusal;
    this.receivedAt = receivedAt;
  }

  Identifier sender() {
    return new Identifier(seat.identifier());
  }

  boolean isBad() {
    return refusal != null;
  }

  Jws signed() {
    return Jws.parse(share);
  }

  ShareDocument document() {
    return signed().unverified().read(ShareDocument.TYPE, ShareDocument::read);
  }
}
