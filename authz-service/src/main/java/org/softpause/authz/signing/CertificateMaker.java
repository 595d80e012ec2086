package org.softpause.authz.signing;

import java.util.List;
import java.util.Optional;
import org.softpause.authz.committee.Committees;
import org.softpause.authz.committee.Registry;
import org.softpause.authz.decision.DecisionBook;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.State;
import org.softpause.frost.Signature;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.registry.Certificate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes the certificate once every committee of the mandate has signed. */
@Component
class CertificateMaker {
  private final SessionStore sessions;
  private final Committees committees;
  private final Registry registry;
  private final Certificates certificates;
  private final DecisionBook book;
  private final ApplicationEventPublisher events;

  CertificateMaker(
      SessionStore sessions,
      Committees committees,
      Registry registry,
      Certificates certificates,
      DecisionBook book,
      ApplicationEventPublisher events) {
    this.sessions = sessions;
    this.committees = committees;
    this.registry = registry;
    this.certificates = certificates;
    this.book = book;
    this.events = events;
  }

  void makeIfSigned(DecisionRecord record) {
    Decision decision = record.decision();
    List<Optional<Signature>> signatures =
        committees.deciding(decision).stream()
            .map(
                committee ->
                    sessions
                        .inState(record.id(), committee.id(), SigningSession.State.COMPLETE)
                        .map(SigningSession::signature))
            .toList();
    if (signatures.stream().allMatch(Optional::isPresent)) {
      make(
          record,
          new Certificate(
              registry.require().domain(),
              decision,
              signatures.stream().flatMap(Optional::stream).toList()));
    }
  }

  private void make(DecisionRecord record, Certificate certificate) {
    certificates.keep(certificate);
    book.move(record, State.CERTIFIED, certificate.signatures().size() + " group signatures");
    events.publishEvent(new Certified(record, certificate));
  }
}
