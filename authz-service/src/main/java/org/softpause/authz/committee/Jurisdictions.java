package org.softpause.authz.committee;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.softpause.authz.audit.AuditSubject;
import org.softpause.authz.audit.AuditTrail;
import org.softpause.authz.system.Problem;
import org.softpause.protocol.committee.Registration;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.PublicIdentity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everyone enrolled. */
@Component
public class Jurisdictions {
  private final EntityManager entities;
  private final JurisdictionRepository rows;
  private final EnrolmentCodeService desk;
  private final AuditTrail audit;
  private final Clock clock;

  Jurisdictions(
      EntityManager entities,
      JurisdictionRepository rows,
      EnrolmentCodeService desk,
      AuditTrail audit,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.desk = desk;
    this.audit = audit;
    this.clock = clock;
  }

  /** Enrols whoever signed the registration with the code in it. */
  @Transactional
  public Jurisdiction register(Jws registration) {
    Registration claim = Registration.verified(registration);
    Enrolment enrolment = desk.spend(claim.code(), claim.name());
    if (rows.existsByName(enrolment.name()) || of(claim.key()).isPresent()) {
      throw Problem.CONFLICT.because("this name or key is enrolled already");
    }
    var jurisdiction =
        new Jurisdiction(
            claim.key(),
            enrolment,
            registration,
            EnrolmentCodeService.hash(claim.code()),
            clock.instant());
    entities.persist(jurisdiction);
    audit.record(
        AuditSubject.JURISDICTION, jurisdiction.keyId().bytes(), "REGISTERED", jurisdiction.name());
    return jurisdiction;
  }

  /** The jurisdiction whose key claims to have signed this. */
  @Transactional(readOnly = true)
  public Jurisdiction signerOf(Jws jws) {
    return rows.findByKeyId(KeyId.of(jws))
        .orElseThrow(() -> Problem.NOT_A_MEMBER.because("key " + jws.kid() + " is not enrolled"));
  }

  @Transactional(readOnly = true)
  public Optional<Jurisdiction> of(PublicIdentity key) {
    return rows.findByKeyId(KeyId.of(key));
  }

  @Transactional(readOnly = true)
  public List<Jurisdiction> all() {
    return rows.findAllByOrderByName();
  }
}
