package org.softpause.authz.committee;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

/**
 * An enrolled jurisdiction: its name, its identity key, and the regions whose site records it may
 * sign.
 */
@Entity
@Table(name = "jurisdiction")
public class Jurisdiction {
  private static final int MAX_JWK = 1024;

  @Id private Bytes32 keyId;
  private String name;
  private String jwk;
  private Integer[] regions;
  @Column private String registration;
  @Column private Bytes32 codeHash;
  private Instant registeredAt;

  @SuppressWarnings("NullAway.Init")
  protected Jurisdiction() {}

  Jurisdiction(
      PublicIdentity key, Enrolment enrolment, Jws registration, Bytes32 codeHash, Instant at) {
    this.keyId = KeyId.of(key);
    this.name = enrolment.name();
    this.jwk = new String(CanonicalJson.encode(key.toJson()), StandardCharsets.UTF_8);
    this.regions = enrolment.regions().toArray(new Integer[0]);
    this.registration = registration.compact();
    this.codeHash = codeHash;
    this.registeredAt = at;
  }

  /** SHA-256 thumbprint of the key. */
  public Bytes32 keyId() {
    return keyId;
  }

  public String name() {
    return name;
  }

  /** The regions whose site records it may sign, ascending. */
  public List<Integer> regions() {
    return Arrays.asList(regions.clone());
  }

  public Instant registeredAt() {
    return registeredAt;
  }

  /** The key that verifies its signatures. */
  public PublicIdentity key() {
    return StrictJson.read(jwk.getBytes(StandardCharsets.UTF_8), MAX_JWK, PublicIdentity::read);
  }
}
