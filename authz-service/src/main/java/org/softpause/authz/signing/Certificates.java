package org.softpause.authz.signing;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.Certificate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores certificates, those made here and those read from the registry's events. */
@Component
public class Certificates {
  private final EntityManager entities;
  private final CertificateRepository rows;
  private final Clock clock;

  Certificates(EntityManager entities, CertificateRepository rows, Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Certificate> find(Bytes32 decision) {
    return rows.findByDecision(decision).map(CertificateRow::certificate);
  }

  @Transactional(readOnly = true)
  public List<Certificate> of(List<Bytes32> decisions) {
    return rows.findByDecisionIn(decisions).stream().map(CertificateRow::certificate).toList();
  }

  /** Keeps a certificate unless one of this decision is kept already. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(Certificate certificate) {
    if (rows.findByDecision(certificate.id()).isEmpty()) {
      entities.persist(new CertificateRow(certificate, clock.instant()));
      entities.flush();
    }
  }

  /** Keeps each of these certificates unless one of its decision is kept already. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(List<Certificate> all) {
    Set<Bytes32> kept =
        rows.findByDecisionIn(all.stream().map(Certificate::id).toList()).stream()
            .map(CertificateRow::decision)
            .collect(Collectors.toSet());
    for (Certificate certificate : all) {
      if (!kept.contains(certificate.id())) {
        entities.persist(new CertificateRow(certificate, clock.instant()));
      }
    }
  }
}
