package org.softpause.authz.signing;

import java.util.List;
import java.util.Optional;
import org.softpause.authz.committee.Committees;
import org.softpause.authz.committee.Registry;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.decision.DecisionBook;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.State;
import org.softpause.frost.Signature;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.registry.Certificate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes the certificate once every group that must sign has signed. */
@Component
class CertificateMaker {
  private final SessionRows sessions;
  private final Committees committees;
  private final Registry registry;
  private final Certificates certificates;
  private final DecisionBook book;
  private final ApplicationEventPublisher events;

  CertificateMaker(
      SessionRows sessions,
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
    List<SignatureRow> made = sessions.signatures(record.id());
    List<Optional<Signature>> signatures =
        committees.signing(record.decision()).stream().map(group -> of(group, made)).toList();
    if (signatures.stream().allMatch(Optional::isPresent)) {
      make(record, signatures.stream().flatMap(Optional::stream).toList());
    }
  }

  /** One made before a refresh is good too: the key is the same. */
  private Optional<Signature> of(SigningGroup group, List<SignatureRow> made) {
    VerifyingKey key = group.roster().groupKey();
    return made.stream()
        .filter(row -> committees.roster(row.run().roster()).groupKey().equals(key))
        .map(SignatureRow::signature)
        .findFirst();
  }

  private void make(DecisionRecord record, List<Signature> signatures) {
    Certificate certificate =
        new Certificate(registry.require().domain(), record.decision(), signatures);
    certificates.keep(certificate);
    book.move(record, State.CERTIFIED, signatures.size() + " group signatures");
    events.publishEvent(new Certified(record, certificate));
  }
}
