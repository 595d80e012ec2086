package org.softpause.authz.signing;

import java.util.List;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who took part in signing a decision, and who spoilt it. */
@Component
@Transactional(readOnly = true)
public class SigningRecord {
  private final SessionStore sessions;

  SigningRecord(SessionStore sessions) {
    this.sessions = sessions;
  }

  /** A member of a committee. */
  public record Seat(Bytes32 roster, Identifier member) {}

  /** Whose share did not verify. */
  public List<Seat> culprits(Bytes32 decision) {
    return sessions.of(decision).stream()
        .flatMap(
            session ->
                sessions.shares(session).stream()
                    .filter(ShareRow::isBad)
                    .map(share -> new Seat(session.roster(), share.sender())))
        .distinct()
        .toList();
  }

  /** Whose shares made the signatures. */
  public List<Seat> signers(Bytes32 decision) {
    return sessions.of(decision).stream()
        .filter(session -> !session.isOpen() && !session.isFailed())
        .flatMap(
            session ->
                sessions.participants(session).stream()
                    .map(one -> new Seat(session.roster(), one.member())))
        .toList();
  }
}
