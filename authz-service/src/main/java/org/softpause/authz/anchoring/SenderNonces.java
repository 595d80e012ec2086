package org.softpause.authz.anchoring;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.DecisionState;
import org.softpause.authz.decision.Decisions;
import org.softpause.protocol.Bytes32;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The nonces that were handed out: each has one owner until the chain has consumed it. Each step is
 * one database transaction, and none talks to the chain. What changes it needs the lease for
 * sending.
 */
@Component
class SenderNonces {
  private static final Logger log = LoggerFactory.getLogger(SenderNonces.class);

  private final EntityManager entities;
  private final NonceRepository rows;
  private final Decisions decisions;
  private final Lease lease;
  private final Clock clock;

  SenderNonces(
      EntityManager entities, NonceRepository rows, Decisions decisions, Lease lease, Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.decisions = decisions;
    this.lease = lease;
    this.clock = clock;
  }

  /** What is recorded of this account's nonces. */
  @Transactional(readOnly = true)
  public RecordedNonces recorded(SenderAccount account) {
    byte[] sender = account.address().bytes();
    Optional<Long> consumed = rows.highestConsumed(account.chainId(), sender);
    return new RecordedNonces(
        consumed.map(OptionalLong::of).orElseGet(OptionalLong::empty),
        new TreeSet<>(rows.open(account.chainId(), sender)));
  }

  /** Takes over the chain's count of an account's transactions: these nonces are consumed. */
  @Transactional
  public void reconcile(SenderAccount account, long count) {
    lease.require(LeasedWork.SENDING);
    byte[] sender = account.address().bytes();
    rows.consume(account.chainId(), sender, count, clock.instant());
    int givenBack = rows.giveBack(account.chainId(), sender, count);
    if (givenBack > 0) {
      log.warn("the chain has given back {} nonces of {}", givenBack, account.address());
    }
  }

  /** The owners of the nonces from this one on that were ever handed out. */
  @Transactional(readOnly = true)
  public NavigableMap<Long, NonceOwner> from(SenderAccount account, long nonce) {
    NavigableMap<Long, NonceOwner> owners = new TreeMap<>();
    rows.from(account.chainId(), account.address().bytes(), nonce)
        .forEach(row -> owners.put(row.nonce(), row.owner()));
    return owners;
  }

  /** All transactions ever recorded under a nonce, the highest fee first. */
  @Transactional(readOnly = true)
  public List<EthereumTransactionRow> transactions(SenderAccount account, long nonce) {
    return rows.transactions(account.chainId(), account.address().bytes(), nonce);
  }

  /**
   * Records a signed transaction before it is sent, and its owner as the owner of its nonce.
   *
   * @return false if its decision no longer waits to be anchored, or if the nonce is consumed or
   *     belongs to another decision that waits
   */
  @Transactional
  public boolean record(EthereumTransactionRow transaction) {
    lease.require(LeasedWork.SENDING);
    Bytes32 decision = transaction.owner().decision();
    DecisionRecord record = decision == null ? null : decisions.lock(decision);
    if ((record != null && !record.state().isBeforeAnchoring())
        || !own(transaction.account(), transaction.offer().nonce(), transaction.owner())) {
      return false;
    }
    entities.flush();
    entities.persist(transaction);
    if (record != null && record.state() == DecisionState.CERTIFIED) {
      decisions.move(record, DecisionState.ANCHORING, "transaction " + transaction.hash());
    }
    return true;
  }

  private boolean own(SenderAccount account, long nonce, NonceOwner owner) {
    byte[] sender = account.address().bytes();
    NonceRow row = rows.lock(account.chainId(), sender, nonce).orElse(null);
    if (row == null) {
      entities.persist(new NonceRow(account, nonce, owner, clock.instant()));
      return true;
    }
    if (row.isConsumed()) {
      return false;
    }
    if (!row.owner().equals(owner)) {
      if (isNeeded(account, row)) {
        return false;
      }
      row.assign(owner, clock.instant());
    }
    return true;
  }

  /** A decision needs the lowest of its nonces as long as it waits to be anchored. */
  private boolean isNeeded(SenderAccount account, NonceRow row) {
    Bytes32 decision = row.owner().decision();
    return decision != null
        && decisions.require(decision).state().isBeforeAnchoring()
        && rows.lowestOpen(account.chainId(), account.address().bytes(), decision)
            .filter(lowest -> lowest == row.nonce())
            .isPresent();
  }
}
