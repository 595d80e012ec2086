package org.softpause.authz.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.jose.Jws;

/** The row of one ballot, stored as it was signed. */
@Entity
@Table(name = "ballot")
public class BallotRow {
  @Id private Bytes32 digest;
  @Column private Bytes32 decision;
  private Bytes32 roster;
  private int identifier;

  @Enumerated(EnumType.STRING)
  private Choice choice;

  private @Nullable String reason;
  private String ballot;

  @Generated
  @Column(insertable = false, updatable = false)
  private @Nullable Long number;

  @Column private Instant receivedAt;

  @SuppressWarnings("NullAway.Init")
  protected BallotRow() {}

  BallotRow(Ballot ballot, Jws signed, Instant receivedAt) {
    this.digest = signed.unverified().hash();
    this.decision = ballot.decision();
    this.roster = ballot.roster();
    this.identifier = ballot.voter().value();
    this.choice = Choice.of(ballot);
    this.reason = ballot.choice() instanceof Ballot.Reject reject ? reject.reason() : null;
    this.ballot = signed.compact();
    this.receivedAt = receivedAt;
  }

  enum Choice {
    APPROVE,
    REJECT;

    static Choice of(Ballot ballot) {
      return ballot.choice() instanceof Ballot.Approve ? APPROVE : REJECT;
    }
  }

  public Bytes32 roster() {
    return roster;
  }

  public Identifier voter() {
    return new Identifier(identifier);
  }

  public boolean approves() {
    return choice == Choice.APPROVE;
  }

  /** The reason of a rejection; null for an approval. */
  public @Nullable String reason() {
    return reason;
  }

  public Jws signed() {
    return Jws.parse(ballot);
  }
}
