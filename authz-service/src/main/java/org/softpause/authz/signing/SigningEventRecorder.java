package org.softpause.authz.signing;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.DecisionState;
import org.softpause.authz.decision.Decisions;
import org.softpause.frost.Identifier;
import org.softpause.frost.roast.CoordinatorMessage;
import org.softpause.frost.roast.CoordinatorStep;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.PackageHash;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Records an event and everything that the coordinator makes of it: sessions, seats and the group's
 * signature. The caller's transaction holds the decision's lock, so that all of it is stored or
 * none.
 */
@Component
class SigningEventRecorder {
  private final EntityManager entities;
  private final Decisions decisions;
  private final CertificateMaker maker;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SigningEventRecorder(
      EntityManager entities,
      Decisions decisions,
      CertificateMaker maker,
      ApplicationEventPublisher events,
      Clock clock) {
    this.entities = entities;
    this.decisions = decisions;
    this.maker = maker;
    this.events = events;
    this.clock = clock;
  }

  /** Records an event that changes nothing. */
  void keep(SigningEventRow event) {
    entities.persist(event);
    entities.flush();
  }

  /** Records an event and the coordinator's step that it led to. */
  void write(
      DecisionRecord decision,
      SigningGroup group,
      ReplayedCoordinator before,
      SigningEventRow event,
      CoordinatorStep step) {
    keep(event);
    ReplayedCoordinator after = before.after(event, step.next());
    for (CoordinatorMessage message : step.messages()) {
      switch (message) {
        case CoordinatorMessage.Request request -> open(decision, group, after, request);
        case CoordinatorMessage.Finished finished ->
            finish(decision, group, event.session(), finished);
        case CoordinatorMessage.Blame blame -> {}
        case CoordinatorMessage.Ignored ignored -> {}
      }
    }
  }

  private void open(
      DecisionRecord decision,
      SigningGroup group,
      ReplayedCoordinator progress,
      CoordinatorMessage.Request request) {
    var commitments = request.signingPackage().commitments();
    Bytes32 hash =
        PackageHash.of(group.id(), group.roster().groupKey(), decision.id(), commitments);
    var place = new SigningSessionRow.Place(decision.id(), group.id(), request.session());
    entities.persist(new SigningSessionRow(place, hash, clock.instant()));
    entities.flush();
    commitments.keySet().forEach(member -> seat(place, member, progress.source(member)));
    entities.flush();
    events.publishEvent(new SigningSessionOpened());
    if (decision.state() == DecisionState.PROPOSED) {
      decisions.move(
          decision, DecisionState.SIGNING, "enough members of " + group.id() + " have approved");
    }
  }

  private void seat(SigningSessionRow.Place session, Identifier member, int source) {
    entities.persist(
        new SigningSeatRow(
            new SigningSeatRow.Place(
                session.decision(), session.roster(), session.number(), member.value()),
            source));
  }

  private void finish(
      DecisionRecord decision,
      SigningGroup group,
      int session,
      CoordinatorMessage.Finished finished) {
    entities.persist(
        new GroupSignatureRow(
            new SigningRun(decision.id(), group.id()),
            session,
            finished.signature(),
            clock.instant()));
    entities.flush();
    maker.makeIfSigned(decision);
  }
}
