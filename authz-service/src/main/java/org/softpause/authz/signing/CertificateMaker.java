package org.softpause.authz.signing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.softpause.authz.committee.Committees;
import org.softpause.authz.committee.Registry;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.decision.DecisionBook;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.State;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
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
    Map<Bytes32, Signature> made =
        sessions.signatures(record.id()).stream()
            .collect(Collectors.toMap(row -> row.run().roster(), SignatureRow::signature));
    List<SigningGroup> groups = committees.signing(record.decision());
    if (groups.stream().allMatch(group -> made.containsKey(group.id()))) {
      List<Signature> signatures =
          groups.stream()
              .flatMap(
                  group ->
                      made.entrySet().stream()
                          .filter(entry -> entry.getKey().equals(group.id()))
                          .map(Map.Entry::getValue))
              .toList();
      make(record, signatures);
    }
  }

  private void make(DecisionRecord record, List<Signature> signatures) {
    Certificate certificate =
        new Certificate(registry.require().domain(), record.decision(), signatures);
    certificates.keep(certificate);
    book.move(record, State.CERTIFIED, signatures.size() + " group signatures");
    events.publishEvent(new Certified(record, certificate));
  }
}
