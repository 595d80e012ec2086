package org.softpause.authz.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.registry.Certificate;

/** The row of a certificate, made here or read from the registry's event. */
@Entity
@Table(name = "certificate")
class CertificateRow {
  @Id private Bytes32 decision;
  private String document;
  @Column private Instant issuedAt;

  @SuppressWarnings("NullAway.Init")
  protected CertificateRow() {}

  CertificateRow(Certificate certificate, Instant issuedAt) {
    this.decision = certificate.id();
    this.document = new String(CanonicalJson.encode(certificate.toJson()), StandardCharsets.UTF_8);
    this.issuedAt = issuedAt;
  }

  Bytes32 decision() {
    return decision;
  }

  Certificate certificate() {
    return Certificate.parse(document.getBytes(StandardCharsets.UTF_8));
  }
}
