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

/** Registers jurisdictions and finds the enrolled ones. */
@Component
public class Jurisdictions {
  private final EntityManager entities;
  private final JurisdictionRepository rows;
  private final EnrolmentCodeService enrolmentCodes;
  private final AuditTrail audit;
  private final Clock clock;

  Jurisdictions(
      EntityManager entities,
      JurisdictionRepository rows,
      EnrolmentCodeService enrolmentCodes,
      AuditTrail audit,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.enrolmentCodes = enrolmentCodes;
    this.audit = audit;
    this.clock = clock;
  }

  /** Enrols the signer of a registration, whose code must admit it. */
  @Transactional
  public Jurisdiction register(Jws registration) {
    Registration claim = Registration.verified(registration);
    Enrolment enrolment = enrolmentCodes.spend(claim.code(), claim.name());
    if (rows.existsByName(enrolment.name()) || of(claim.key()).isPresent()) {
      throw Problem.CONFLICT.because("this name or this key is already enrolled");
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

  /** The jurisdiction whose key a document names; the signature is not verified here. */
  @Transactional(readOnly = true)
  public Jurisdiction signerOf(Jws jws) {
    return rows.findByKeyId(KeyId.of(jws))
        .orElseThrow(
            () ->
                Problem.NOT_A_MEMBER.because("no jurisdiction is enrolled with key " + jws.kid()));
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
