package org.softpause.authz.token;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.system.Problem;
import org.softpause.protocol.Bytes32;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The latest token as everybody gets it. It is read from the database, so that all replicas serve
 * the same one. While the database cannot be read, the last token seen is served from memory until
 * it expires: it is a signed document, and stays as true as it was. Nobody then waits for the
 * database but {@link TokenService}, which asks it again at each pass.
 */
@Component
public class ServedToken {
  private static final Logger log = LoggerFactory.getLogger(ServedToken.class);

  private final TokenRepository rows;
  private final Clock clock;
  private final AtomicReference<@Nullable Issued> lastSeen = new AtomicReference<>();
  private final AtomicBoolean databaseAway = new AtomicBoolean();

  ServedToken(TokenRepository rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** A token, ready to be served. */
  public record Issued(String jwt, Bytes32 digest, Instant expiresAt) {}

  /**
   * The latest token; empty if it is no longer fresh.
   *
   * @throws org.softpause.authz.system.Refusal {@link Problem#DATABASE_UNREACHABLE} if the database
   *     cannot be read and the last token seen is no longer fresh
   */
  public Optional<Issued> latest() {
    if (!databaseAway.get()) {
      try {
        return look().map(ServedToken::issued).filter(this::isFresh);
      } catch (DataAccessException | TransactionException e) {
        log.debug("a request for the token found the database away", e);
      }
    }
    return Optional.of(
        Optional.ofNullable(lastSeen.get())
            .filter(this::isFresh)
            .orElseThrow(
                () ->
                    Problem.DATABASE_UNREACHABLE.because(
                        "the last token has expired, and the database that tells of the next"
                            + " cannot be reached; try again in a moment")));
  }

  /** The newest token of the database, which is remembered. */
  Optional<TokenRow> look() {
    try {
      Optional<TokenRow> row = rows.findFirstByOrderByNumberDesc();
      row.ifPresent(found -> lastSeen.set(issued(found)));
      if (databaseAway.getAndSet(false)) {
        log.info("the database answers again, and tokens are read from it");
      }
      return row;
    } catch (DataAccessException | TransactionException e) {
      if (!databaseAway.getAndSet(true)) {
        log.warn("the last token is served from memory until it expires: {}", e.getMessage());
      }
      throw e;
    }
  }

  private static Issued issued(TokenRow row) {
    return new Issued(row.jwt(), row.digest(), row.expiresAt());
  }

  private boolean isFresh(Issued token) {
    return token.expiresAt().isAfter(clock.instant());
  }
}
