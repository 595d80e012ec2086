package org.softpause.authz.signing;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.decision.DecisionBook;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.State;
import org.softpause.frost.Identifier;
import org.softpause.frost.roast.Message;
import org.softpause.frost.roast.Step;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.PackageHash;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Writes down an event and all that the coordinator makes of it, within the caller's transaction,
 * which holds the decision's lock: one stands or falls with the other.
 */
@Component
class SigningLog {
  private final EntityManager entities;
  private final DecisionBook book;
  private final CertificateMaker maker;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SigningLog(
      EntityManager entities,
      DecisionBook book,
      CertificateMaker maker,
      ApplicationEventPublisher events,
      Clock clock) {
    this.entities = entities;
    this.book = book;
    this.maker = maker;
    this.events = events;
    this.clock = clock;
  }

  /** An event that changes nothing but is kept. */
  void keep(EventRow event) {
    entities.persist(event);
    entities.flush();
  }

  /** An event, and the coordinator's step that it led to. */
  void write(
      DecisionRecord decision, SigningGroup group, Progress before, EventRow event, Step step) {
    keep(event);
    Progress after = before.after(event, step.next());
    for (Message message : step.messages()) {
      switch (message) {
        case Message.Request request -> open(decision, group, after, request);
        case Message.Finished finished -> finish(decision, group, event.session(), finished);
        case Message.Blame blame -> {}
        case Message.Ignored ignored -> {}
      }
    }
  }

  private void open(
      DecisionRecord decision, SigningGroup group, Progress progress, Message.Request request) {
    var commitments = request.signingPackage().commitments();
    Bytes32 hash =
        PackageHash.of(group.id(), group.roster().groupKey(), decision.id(), commitments);
    var place = new SessionRow.Place(decision.id(), group.id(), request.session());
    entities.persist(new SessionRow(place, hash, clock.instant()));
    entities.flush();
    commitments.keySet().forEach(member -> seat(place, member, progress.source(member)));
    entities.flush();
    events.publishEvent(new SessionOpened());
    if (decision.state() == State.PROPOSED) {
      book.move(decision, State.SIGNING, "enough members of " + group.id() + " approve");
    }
  }

  private void seat(SessionRow.Place session, Identifier member, int source) {
    entities.persist(
        new SeatRow(
            new SeatRow.Place(
                session.decision(), session.roster(), session.number(), member.value()),
            source));
  }

  private void finish(
      DecisionRecord decision, SigningGroup group, int session, Message.Finished finished) {
    entities.persist(
        new SignatureRow(
            new SigningRun(decision.id(), group.id()),
            session,
            finished.signature(),
            clock.instant()));
    entities.flush();
    maker.makeIfSigned(decision);
  }
}
