package org.softpause.authz.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.system.Problem;
import org.softpause.protocol.Bytes32;

/** A code that enrols one jurisdiction once; only its hash is kept. */
@Entity
@Table(name = "enrolment_code")
class EnrolmentCode {
  @Id private Bytes32 codeHash;
  private String name;
  private Integer[] regions;
  @Column private Instant createdAt;
  private Instant expiresAt;
  private @Nullable Instant usedAt;

  @SuppressWarnings("NullAway.Init")
  protected EnrolmentCode() {}

  EnrolmentCode(Bytes32 codeHash, Enrolment enrolment, Instant createdAt, Instant expiresAt) {
    this.codeHash = codeHash;
    this.name = enrolment.name();
    this.regions = enrolment.regions().toArray(new Integer[0]);
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  /** Spends the code. The refusal is the same for every reason, so a guesser learns nothing. */
  Enrolment use(String claimedName, Instant now) {
    if (usedAt != null || now.isAfter(expiresAt) || !name.equals(claimedName)) {
      throw refused();
    }
    usedAt = now;
    return new Enrolment(name, List.of(regions));
  }

  static RuntimeException refused() {
    return Problem.ENROLMENT_CODE_REFUSED.because(
        "the code is unknown, spent, expired or made for another name");
  }
}
