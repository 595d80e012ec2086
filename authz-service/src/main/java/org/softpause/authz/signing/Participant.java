package org.softpause.authz.signing;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.softpause.frost.Identifier;
import org.softpause.frost.SigningCommitments;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.jose.Jws;

/** Who signs in a session, with which commitment, and the signed document that holds it. */
@Entity
@Table(name = "signing_participant")
class Participant {
  @EmbeddedId private SessionMember seat;
  private long number;
  private byte[] hiding;
  private byte[] binding;
  private String source;

  @SuppressWarnings("NullAway.Init")
  protected Participant() {}

  Participant(long session, Candidate candidate) {
    this.seat = new SessionMember(session, candidate.member().value());
    this.number = candidate.commitment().number();
    this.hiding = candidate.commitment().commitments().hiding().encode();
    this.binding = candidate.commitment().commitments().binding().encode();
    this.source = candidate.source().compact();
  }

  /**
   * Somebody who may sign.
   *
   * @param source the ballot or share that holds the commitment
   */
  record Candidate(Identifier member, NonceCommitment commitment, Jws source) {}

  Candidate candidate() {
    return new Candidate(member(), new NonceCommitment(number, commitments()), Jws.parse(source));
  }

  Identifier member() {
    return new Identifier(seat.identifier());
  }

  SigningCommitments commitments() {
    byte[] both = new byte[SigningCommitments.LENGTH];
    System.arraycopy(hiding, 0, both, 0, hiding.length);
    System.arraycopy(binding, 0, both, hiding.length, binding.length);
    return SigningCommitments.decode(both);
  }
}
