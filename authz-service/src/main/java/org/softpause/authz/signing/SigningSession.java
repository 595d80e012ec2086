package org.softpause.authz.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;

/** One attempt of one committee to sign one decision with t given commitments. */
@Entity
class SigningSession {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private Bytes32 decision;
  private Bytes32 roster;

  @Column(name = "package")
  private Bytes32 packageHash;

  @Enumerated(EnumType.STRING)
  private State state = State.OPEN;

  private byte @Nullable [] signature;
  @Column private Instant openedAt;
  @Column private @Nullable Instant closedAt;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected SigningSession() {}

  SigningSession(Bytes32 decision, Bytes32 roster, Bytes32 packageHash, Instant openedAt) {
    this.decision = decision;
    this.roster = roster;
    this.packageHash = packageHash;
    this.openedAt = openedAt;
  }

  enum State {
    OPEN,
    COMPLETE,
    FAILED
  }

  long id() {
    if (id == null) {
      throw new IllegalStateException("the session is not stored yet");
    }
    return id;
  }

  Bytes32 decision() {
    return decision;
  }

  Bytes32 roster() {
    return roster;
  }

  Bytes32 packageHash() {
    return packageHash;
  }

  boolean isOpen() {
    return state == State.OPEN;
  }

  boolean isFailed() {
    return state == State.FAILED;
  }

  /** Of a session that is complete. */
  Signature signature() {
    if (signature == null) {
      throw new IllegalStateException("session " + id + " has no signature");
    }
    return Signature.decode(signature);
  }

  void complete(Signature made, Instant now) {
    close(State.COMPLETE, now);
    signature = made.encode();
  }

  void fail(Instant now) {
    close(State.FAILED, now);
  }

  private void close(State next, Instant now) {
    if (state != State.OPEN) {
      throw new IllegalStateException("session " + id + " is " + state);
    }
    state = next;
    closedAt = now;
  }
}
