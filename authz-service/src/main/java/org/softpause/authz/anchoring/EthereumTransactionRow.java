package org.softpause.authz.anchoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.ethereum.Fees;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;

/**
 * The row of a signed Ethereum transaction, recorded before it leaves, so that after a restart the
 * same bytes are sent again.
 */
@Entity
@Table(name = "anchoring_transaction")
class EthereumTransactionRow {
  @Id private Bytes32 hash;
  private @Nullable Bytes32 decision;
  @Column private long chainId;
  @Column private byte[] sender;
  private long nonce;
  private long gasLimit;
  private BigDecimal maxFee;
  private BigDecimal maxPriorityFee;
  private byte[] raw;
  @Column private Instant recordedAt;
  private @Nullable Instant sentAt;
  private @Nullable Instant settledAt;

  @SuppressWarnings("NullAway.Init")
  protected EthereumTransactionRow() {}

  EthereumTransactionRow(
      NonceOwner owner, SenderAccount account, Offer offer, byte[] raw, Instant now) {
    this.hash = Keccak256.hash(raw);
    this.decision = owner.decision();
    this.chainId = account.chainId();
    this.sender = account.address().bytes();
    this.nonce = offer.nonce();
    this.gasLimit = offer.gasLimit();
    this.maxFee = new BigDecimal(offer.fees().max());
    this.maxPriorityFee = new BigDecimal(offer.fees().priority());
    this.raw = raw.clone();
    this.recordedAt = now;
  }

  /** What can differ between two transactions of the same owner. */
  record Offer(long nonce, long gasLimit, Fees fees) {}

  Bytes32 hash() {
    return hash;
  }

  NonceOwner owner() {
    return decision == null ? NonceOwner.CANCELLATION : new NonceOwner(decision);
  }

  SenderAccount account() {
    return new SenderAccount(chainId, Address.of(sender));
  }

  Offer offer() {
    return new Offer(nonce, gasLimit, new Fees(wei(maxFee), wei(maxPriorityFee)));
  }

  byte[] raw() {
    return raw.clone();
  }

  boolean isSent() {
    return sentAt != null;
  }

  /**
   * Whether it was sent longer ago than that. A moment as far ahead counts too: the clock was set
   * back then.
   */
  boolean hasWaited(Duration patience, Instant now) {
    return sentAt != null && Duration.between(sentAt, now).abs().compareTo(patience) > 0;
  }

  void sent(Instant now) {
    if (sentAt == null) {
      sentAt = now;
    }
  }

  void settle(Instant now) {
    settledAt = now;
  }

  boolean isSettled() {
    return settledAt != null;
  }

  private static BigInteger wei(BigDecimal fee) {
    return fee.toBigIntegerExact();
  }
}
