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
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.mirror.ServedChain;
import org.softpause.authz.mirror.WrongChainException;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.PendingCertificate;
import org.softpause.protocol.token.TokenIssuer;
import org.softpause.protocol.token.TokenKey;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Issues tokens: when there is something new to attest, and in time before the last one expires.
 * Replicas share the key and the table, so all of them serve the same token ({@link ServedToken}).
 */
@Component
public class TokenService {
  private static final Logger log = LoggerFactory.getLogger(TokenService.class);

  private static final Duration KEPT = Duration.ofDays(7);

  private final EntityManager entities;
  private final TokenRepository rows;
  private final ServedToken served;
  private final ServedChain chain;
  private final AttestationAssembler attestations;
  private final TokenIssuer issuer;
  private final TokenSettings settings;
  private final TransactionTemplate transaction;
  private final SecureRandom random;
  private final Clock clock;
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

  TokenService(
      EntityManager entities,
      TokenRepository rows,
      ServedToken served,
      ServedChain chain,
      AttestationAssembler attestations,
      TokenKey key,
      TokenSettings settings,
      TransactionTemplate transaction,
      SecureRandom random,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.served = served;
    this.chain = chain;
    this.attestations = attestations;
    this.issuer = new TokenIssuer(key, settings.issuer(), settings.lifetime());
    this.settings = settings;
    this.transaction = transaction;
    this.random = random;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${softpause.token.refresh}")
  void tick() {
    try {
      step();
      if (trouble.getAndSet(null) != null) {
        log.info("tokens can be issued again");
      }
    } catch (RuleViolation violation) {
      if (isNew(violation.toString())) {
        log.error(
            "ALARM: no token is issued, because the chain does not prove our head: {}",
            violation.getMessage());
      }
    } catch (WrongChainException e) {
      log.debug("no token is issued; the check of the chain has told why", e);
    } catch (IOException e) {
      if (isNew(e.toString())) {
        log.warn("no token is issued, because the Ethereum node gives no proof: {}", e.toString());
      }
    } catch (DataAccessException | TransactionException e) {
      if (isNew("database")) {
        log.warn("no token is issued, because the database does not answer: {}", e.toString());
      }
    }
  }

  /** Each reason is told once, until tokens can be issued again or the reason is another one. */
  private boolean isNew(String reason) {
    return !reason.equals(trouble.getAndSet(reason));
  }

  private void step() throws IOException {
    Optional<TokenRow> last = served.look();
    Optional<Attestation> recorded = attestations.recorded();
    if (recorded.isEmpty()) {
      return;
    }
    chain.require();
    if (isDue(recorded.get(), last)) {
      issue(attestations.proven(recorded.get()));
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
  private boolean isDue(Attestation recorded, Optional<TokenRow> last) {
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
    served.look();
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
