package org.softpause.authz.token;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.PendingCertificate;
import org.softpause.protocol.token.TokenIssuer;
import org.softpause.protocol.token.TokenKey;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues tokens: when there is something new to attest, and in time before the last one expires.
 * Replicas share the key and the table, so all of them serve the same token.
 */
@Component
public class TokenService {
  private static final Logger log = LoggerFactory.getLogger(TokenService.class);

  private static final Duration KEPT = Duration.ofDays(7);

  private final EntityManager entities;
  private final TokenRepository rows;
  private final AttestationAssembler attestations;
  private final TokenIssuer issuer;
  private final TokenSettings settings;
  private final TransactionTemplate transaction;
  private final SecureRandom random;
  private final Clock clock;

  TokenService(
      EntityManager entities,
      TokenRepository rows,
      AttestationAssembler attestations,
      TokenKey key,
      TokenSettings settings,
      TransactionTemplate transaction,
      SecureRandom random,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.attestations = attestations;
    this.issuer = new TokenIssuer(key, settings.issuer(), settings.lifetime());
    this.settings = settings;
    this.transaction = transaction;
    this.random = random;
    this.clock = clock;
  }

  /** A token, ready to be served. */
  public record Issued(String jwt, Bytes32 digest, Instant expiresAt) {}

  /** The latest token, if it is still fresh. */
  public Optional<Issued> latest() {
    return rows.findFirstByOrderByNumberDesc()
        .filter(row -> row.expiresAt().isAfter(clock.instant()))
        .map(row -> new Issued(row.jwt(), row.digest(), row.expiresAt()));
  }

  @Scheduled(fixedDelayString = "${softpause.token.refresh}")
  void tick() {
    Optional<Attestation> recorded = attestations.recorded();
    if (recorded.isEmpty() || !isDue(recorded.get())) {
      return;
    }
    try {
      issue(attestations.proven(recorded.get()));
    } catch (RuleViolation violation) {
      log.error(
          "ALARM: no token is issued, because the chain does not prove our head: {}",
          violation.getMessage());
    } catch (IOException e) {
      log.warn("no token is issued, because the Ethereum node gives no proof: {}", e.toString());
    }
  }

  /** Tokens serve for minutes; a week of them is kept as evidence of what was attested. */
  @Scheduled(fixedDelayString = "1h")
  void forgetOld() {
    Instant before = clock.instant().minus(KEPT);
    transaction.executeWithoutResult(status -> rows.deleteByExpiresAtBefore(before));
  }

  /**
   * A token is due when the content or the block is new, or half of the last one's life is over.
   */
  private boolean isDue(Attestation recorded) {
    Optional<TokenRow> last = rows.findFirstByOrderByNumberDesc();
    return last.isEmpty()
        || !last.get().content().equals(content(recorded))
        || !last.get().block().equals(recorded.block().hash())
        || clock.instant().isAfter(last.get().issuedAt().plus(settings.lifetime().dividedBy(2)));
  }

  private void issue(Attestation attestation) {
    Instant now = clock.instant();
    String jwt = issuer.issue(attestation, now.getEpochSecond());
    var life =
        new TokenRow.Life(
            Instant.ofEpochSecond(now.getEpochSecond()),
            Instant.ofEpochSecond(now.getEpochSecond()).plus(settings.lifetime()));
    UUID id = new UUID(random.nextLong(), random.nextLong());
    transaction.executeWithoutResult(
        status -> entities.persist(new TokenRow(id, attestation, content(attestation), jwt, life)));
  }

  private static Bytes32 content(Attestation attestation) {
    StringBuilder text = new StringBuilder().append(attestation.head());
    for (LogEntry entry : attestation.log()) {
      text.append(entry.certificate().id());
    }
    for (PendingCertificate pending : attestation.pending()) {
      text.append(new String(CanonicalJson.encode(pending.toJson()), StandardCharsets.UTF_8));
    }
    return Sha256.hash(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
