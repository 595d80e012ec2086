package org.softpause.authz.signing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.softpause.authz.system.Problem;
import org.softpause.frost.Identifier;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the participants of a session are asked to sign. */
@Component
public class Packages {
  private final SessionStore sessions;

  Packages(SessionStore sessions) {
    this.sessions = sessions;
  }

  /** The open package of a committee for a decision. */
  @Transactional(readOnly = true)
  public SigningPackageDocument current(Bytes32 decision, Bytes32 roster) {
    SigningSession session =
        sessions
            .inState(decision, roster, SigningSession.State.OPEN)
            .orElseThrow(
                () -> Problem.NO_SIGNING_PACKAGE.because("no share is awaited of " + roster));
    List<Participant> participants = sessions.participants(session);
    return new SigningPackageDocument(
        decision,
        roster,
        session.packageHash(),
        participants.stream().map(one -> one.candidate().source()).toList());
  }

  SigningPackage of(SigningSession session) {
    Map<Identifier, SigningCommitments> commitments =
        sessions.participants(session).stream()
            .collect(Collectors.toMap(Participant::member, Participant::commitments));
    return SigningPackage.of(commitments, session.decision().bytes());
  }
}
