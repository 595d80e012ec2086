package org.softpause.authz.anchoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;

/** The row of a certificate that is to be anchored. */
@Entity
@Table(name = "anchoring")
class OutboxRow {
  private static final int MAX_REFUSAL = 500;
  private static final int MAX_DOUBLINGS = 6;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1L << MAX_DOUBLINGS);

  @Id private Bytes32 decision;
  @Column private Instant enqueuedAt;
  private int tries;
  private Instant nextTryAt;
  private @Nullable String refusal;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected OutboxRow() {}

  OutboxRow(Bytes32 decision, Instant now) {
    this.decision = decision;
    this.enqueuedAt = now;
    this.nextTryAt = now;
  }

  /** Due too if it would wait longer than anything does: the clock was set back then. */
  boolean isDue(Instant now) {
    return !now.isBefore(nextTryAt) || nextTryAt.isAfter(now.plus(LONGEST_WAIT));
  }

  /** Doubles the wait after each time, up to about a minute. */
  void postpone(Instant now) {
    nextTryAt = now.plus(Duration.ofSeconds(1L << Math.min(tries, MAX_DOUBLINGS)));
    tries++;
  }

  /** Keeps why the registry refuses it, and postpones it. Returns whether the reason is new. */
  boolean refused(String reason, Instant now) {
    String cut = reason.length() <= MAX_REFUSAL ? reason : reason.substring(0, MAX_REFUSAL);
    boolean isNew = !cut.equals(refusal);
    refusal = cut;
    postpone(now);
    return isNew;
  }

  /** The registry would take it. */
  void passed() {
    refusal = null;
  }

  @Nullable String refusal() {
    return refusal;
  }
}
