package org.softpause.authz.signing;

import java.util.List;
import java.util.Optional;
import org.softpause.authz.committee.CommitteeDirectory;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.DecisionState;
import org.softpause.authz.decision.Decisions;
import org.softpause.frost.Signature;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.registry.Certificate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes a decision's certificate once every group that must sign it has signed. */
@Component
class CertificateMaker {
  private final SigningSessionRepository sessions;
  private final CommitteeDirectory committees;
  private final ServedRegistry registry;
  private final Certificates certificates;
  private final Decisions decisions;
  private final ApplicationEventPublisher events;

  CertificateMaker(
      SigningSessionRepository sessions,
      CommitteeDirectory committees,
      ServedRegistry registry,
      Certificates certificates,
      Decisions decisions,
      ApplicationEventPublisher events) {
    this.sessions = sessions;
    this.committees = committees;
    this.registry = registry;
    this.certificates = certificates;
    this.decisions = decisions;
    this.events = events;
  }

  void makeIfSigned(DecisionRecord record) {
    List<GroupSignatureRow> made = sessions.signatures(record.id());
    List<Optional<Signature>> signatures =
        committees.signing(record.decision()).stream().map(group -> of(group, made)).toList();
    if (signatures.stream().allMatch(Optional::isPresent)) {
      make(record, signatures.stream().flatMap(Optional::stream).toList());
    }
  }

  /** A signature that the group made before a refresh counts too, because the key is the same. */
  private Optional<Signature> of(SigningGroup group, List<GroupSignatureRow> made) {
    VerifyingKey key = group.roster().groupKey();
    return made.stream()
        .filter(row -> committees.roster(row.run().roster()).groupKey().equals(key))
        .map(GroupSignatureRow::signature)
        .findFirst();
  }

  private void make(DecisionRecord record, List<Signature> signatures) {
    Certificate certificate =
        new Certificate(registry.require().domain(), record.decision(), signatures);
    certificates.keep(certificate);
    decisions.move(record, DecisionState.CERTIFIED, signatures.size() + " group signatures");
    events.publishEvent(new DecisionCertified(record, certificate));
  }
}
