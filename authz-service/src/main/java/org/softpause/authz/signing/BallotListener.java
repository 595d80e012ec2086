package org.softpause.authz.signing;

import java.time.Clock;
import org.softpause.authz.committee.Committee;
import org.softpause.authz.committee.Committees;
import org.softpause.authz.decision.BallotCast;
import org.softpause.authz.decision.Ballots;
import org.softpause.authz.decision.DecisionRecord;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An approval may open a session; a rejection ends one that waits for its voter's share. */
@Component
class BallotListener {
  private final SessionStore sessions;
  private final SessionOpener opener;
  private final Committees committees;
  private final Ballots ballots;
  private final Clock clock;

  BallotListener(
      SessionStore sessions,
      SessionOpener opener,
      Committees committees,
      Ballots ballots,
      Clock clock) {
    this.sessions = sessions;
    this.opener = opener;
    this.committees = committees;
    this.ballots = ballots;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(BallotCast cast) {
    DecisionRecord decision = cast.decision();
    if (!cast.approves()) {
      endSessionOfDeserters(decision, cast);
    }
    if (decision.state().isBeforeCertificate()) {
      Committee committee = committees.deciding(decision.decision(), cast.roster());
      opener.openIfPossible(decision, committee);
    }
  }

  private void endSessionOfDeserters(DecisionRecord decision, BallotCast cast) {
    var against = ballots.votes(decision.id()).rejections(cast.roster());
    sessions
        .inState(decision.id(), cast.roster(), SigningSession.State.OPEN)
        .filter(
            session ->
                against.stream()
                    .anyMatch(vote -> sessions.participant(session, vote.voter()).isPresent()))
        .ifPresent(session -> session.fail(clock.instant()));
    sessions.flush();
  }
}
