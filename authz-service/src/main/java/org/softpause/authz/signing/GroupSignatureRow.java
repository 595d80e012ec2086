package org.softpause.authz.signing;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.softpause.frost.Signature;

/** The row of a group's signature over a decision, with the session that gave it. */
@Entity
@Table(name = "group_signature")
class GroupSignatureRow {
  @EmbeddedId private SigningRun run;
  private int session;
  private byte[] signature;
  @Column private Instant madeAt;

  @SuppressWarnings("NullAway.Init")
  protected GroupSignatureRow() {}

  GroupSignatureRow(SigningRun run, int session, Signature signature, Instant madeAt) {
    this.run = run;
    this.session = session;
    this.signature = signature.encode();
    this.madeAt = madeAt;
  }

  SigningRun run() {
    return run;
  }

  int session() {
    return session;
  }

  Signature signature() {
    return Signature.decode(signature);
  }
}
