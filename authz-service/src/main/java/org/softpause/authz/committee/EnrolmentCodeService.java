package org.softpause.authz.committee;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues enrolment codes and spends them, each once. */
@Component
public class EnrolmentCodeService {
  private static final int CODE_BYTES = 20;

  private final EntityManager entities;
  private final EnrolmentCodeRepository codes;
  private final EnrolmentSettings settings;
  private final Clock clock;
  private final SecureRandom random;

  EnrolmentCodeService(
      EntityManager entities,
      EnrolmentCodeRepository codes,
      EnrolmentSettings settings,
      Clock clock,
      SecureRandom random) {
    this.entities = entities;
    this.codes = codes;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /** Issues a code of 160 random bits, base64url. Only its hash is kept. */
  @Transactional
  public String issue(Enrolment enrolment) {
    byte[] secret = new byte[CODE_BYTES];
    random.nextBytes(secret);
    String code = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = clock.instant();
    entities.persist(
        new EnrolmentCode(hash(code), enrolment, now, now.plus(settings.codeLifetime())));
    return code;
  }

  /** Spends a code within the caller's transaction. */
  Enrolment spend(String code, String name) {
    return codes
        .findByCodeHash(hash(code))
        .orElseThrow(EnrolmentCode::refused)
        .use(name, clock.instant());
  }

  static Bytes32 hash(String code) {
    return Sha256.hash(code.getBytes(StandardCharsets.UTF_8));
  }
}
