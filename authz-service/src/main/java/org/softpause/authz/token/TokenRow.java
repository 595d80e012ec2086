package org.softpause.authz.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.token.Attestation;

/** The row of a token, stored as it was issued. */
@Entity
@Table(name = "token")
class TokenRow {
  @Id private UUID id;

  @Generated
  @Column(insertable = false, updatable = false)
  private @Nullable Long number;

  @Column private long sequence;
  @Column private Bytes32 head;
  private Bytes32 block;
  private Bytes32 content;
  private String jwt;
  private Instant issuedAt;
  private Instant expiresAt;

  @SuppressWarnings("NullAway.Init")
  protected TokenRow() {}

  TokenRow(UUID id, Attestation attestation, Bytes32 content, String jwt, Life life) {
    this.id = id;
    this.sequence = attestation.sequence();
    this.head = attestation.head();
    this.block = attestation.block().hash();
    this.content = content;
    this.jwt = jwt;
    this.issuedAt = life.issuedAt();
    this.expiresAt = life.expiresAt();
  }

  /** The time within which a token is valid. */
  record Life(Instant issuedAt, Instant expiresAt) {}

  String jwt() {
    return jwt;
  }

  /** A hash of what it attests, without the block and the times. */
  Bytes32 content() {
    return content;
  }

  Bytes32 block() {
    return block;
  }

  Instant issuedAt() {
    return issuedAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Bytes32 digest() {
    return Sha256.hash(jwt.getBytes(StandardCharsets.US_ASCII));
  }
}
