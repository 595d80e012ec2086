package org.softpause.agent.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.OptionalLong;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.token.TokenVerifier;

/**
 * Tells where the log in a token begins, so that the pages before it can be fetched. Only tokens
 * that verify count.
 */
public record TokenLogStart(TokenVerifier verifier, Clock clock) {
  OptionalLong from(byte[] token) {
    try {
      return OptionalLong.of(
          verifier
              .verify(
                  new String(token, StandardCharsets.UTF_8).strip(),
                  clock.instant().getEpochSecond())
              .attestation()
              .from());
    } catch (RuleViolation e) {
      return OptionalLong.empty();
    }
  }
}
