package org.softpause.authz.anchoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;

/** The row of a nonce that was handed out, and its owner. */
@Entity
@Table(name = "anchoring_nonce")
class NonceRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column private long chainId;
  @Column private byte[] sender;
  private long nonce;
  private @Nullable Bytes32 decision;
  @Column private Instant assignedAt;
  private @Nullable Instant consumedAt;

  @SuppressWarnings("NullAway.Init")
  protected NonceRow() {}

  NonceRow(SenderAccount account, long nonce, NonceOwner owner, Instant now) {
    this.chainId = account.chainId();
    this.sender = account.address().bytes();
    this.nonce = nonce;
    this.decision = owner.decision();
    this.assignedAt = now;
  }

  long nonce() {
    return nonce;
  }

  NonceOwner owner() {
    return decision == null ? NonceOwner.CANCELLATION : new NonceOwner(decision);
  }

  boolean isConsumed() {
    return consumedAt != null;
  }

  void assign(NonceOwner owner, Instant now) {
    decision = owner.decision();
    assignedAt = now;
  }
}
