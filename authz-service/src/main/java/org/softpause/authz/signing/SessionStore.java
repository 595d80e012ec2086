package org.softpause.authz.signing;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.softpause.authz.signing.Participant.Candidate;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.springframework.stereotype.Component;

/** Sessions with their participants and shares. */
@Component
class SessionStore {
  private final EntityManager entities;
  private final SigningSessions sessions;
  private final Participants participants;
  private final Shares shares;

  SessionStore(
      EntityManager entities, SigningSessions sessions, Participants participants, Shares shares) {
    this.entities = entities;
    this.sessions = sessions;
    this.participants = participants;
    this.shares = shares;
  }

  void open(SigningSession session, List<Candidate> signers) {
    entities.persist(session);
    signers.forEach(signer -> entities.persist(new Participant(session.id(), signer)));
    entities.flush();
  }

  void add(ShareRow share) {
    entities.persist(share);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  Optional<SigningSession> withPackage(Bytes32 packageHash) {
    return sessions.findByPackageHash(packageHash);
  }

  Optional<SigningSession> inState(Bytes32 decision, Bytes32 roster, SigningSession.State state) {
    return sessions.findByDecisionAndRosterAndState(decision, roster, state);
  }

  List<SigningSession> of(Bytes32 decision) {
    return sessions.findByDecisionOrderById(decision);
  }

  List<Participant> participants(SigningSession session) {
    return participants.of(session.id());
  }

  Optional<Participant> participant(SigningSession session, Identifier member) {
    return participants(session).stream().filter(one -> one.member().equals(member)).findFirst();
  }

  List<ShareRow> shares(SigningSession session) {
    return shares.of(session.id());
  }

  /** Of all sessions of a committee for a decision, oldest first. */
  List<ShareRow> shares(Bytes32 decision, Bytes32 roster) {
    return shares.of(decision, roster);
  }
}
