package org.softpause.agent.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.OptionalLong;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.token.TokenVerifier;

/** Looks where a token's log begins, to know which pages to fetch; only a token that verifies. */
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
