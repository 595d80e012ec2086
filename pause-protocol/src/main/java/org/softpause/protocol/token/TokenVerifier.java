package org.softpause.protocol.token;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.StrictJson;

/**
 * Step 1 of a token's verification (protocol "Token"): the JWT verifies under the service's key
 * pinned at enrolment, is fresh, and is for this registry.
 */
public final class TokenVerifier {
  /** The longest life of an accepted token, in seconds. */
  public static final long MAX_LIFETIME_SECONDS = 3_600;

  /** How many seconds the service's clock may be ahead of ours. */
  static final long MAX_SKEW_SECONDS = 60;

  private static final int MAX_TEXT = 256;

  private final PublicIdentity serviceKey;
  private final Eip712Domain registry;

  public TokenVerifier(PublicIdentity serviceKey, Eip712Domain registry) {
    this.serviceKey = serviceKey;
    this.registry = registry;
  }

  /**
   * Returns the token. Its certificates are not verified yet: {@link LogVerification} does that.
   *
   * @param now one reading of the clock, Unix seconds
   * @throws RuleViolation in this order: {@link Rule#TOKEN_TOO_LARGE}, {@link
   *     Rule#TOKEN_MALFORMED}, {@link Rule#TOKEN_HEADER_REFUSED}, {@link Rule#TOKEN_WRONG_KEY},
   *     {@link Rule#TOKEN_SIGNATURE_INVALID}, {@link Rule#TOKEN_FROM_FUTURE}, {@link
   *     Rule#TOKEN_LIFETIME_TOO_LONG}, {@link Rule#TOKEN_EXPIRED}, {@link
   *     Rule#TOKEN_PROFILE_UNKNOWN}, {@link Rule#WRONG_CHAIN}, {@link Rule#WRONG_REGISTRY}, then
   *     the rules of its parts
   */
  public Token verify(String compact, long now) {
    byte[] claims = CompactJwt.verify(compact, serviceKey);
    return StrictJson.read(claims, Token.MAX_LENGTH, in -> read(in, now));
  }

  /**
   * Reads what somebody has signed as a token, however old and for whichever registry. It is
   * evidence about its issuer and must never be acted on.
   *
   * @throws RuleViolation as {@link #verify}, freshness and registry aside
   */
  public static Token evidence(String compact, PublicIdentity issuer) {
    byte[] claims = CompactJwt.verify(compact, issuer);
    return StrictJson.read(claims, Token.MAX_LENGTH, TokenVerifier::readEvidence);
  }

  private static Token readEvidence(ObjectReader in) {
    return new Token(
        in.text("iss", MAX_TEXT),
        in.number("iat", 0, Uint.MAX_48),
        in.number("exp", 0, Uint.MAX_48),
        in.text("jti", MAX_TEXT),
        in.object("softpause", Attestation::readAny));
  }

  private Token read(ObjectReader in, long now) {
    String issuer = in.text("iss", MAX_TEXT);
    String id = in.text("jti", MAX_TEXT);
    long issuedAt = in.number("iat", 0, Uint.MAX_48);
    long expiresAt = in.number("exp", 0, Uint.MAX_48);
    requireFresh(issuedAt, expiresAt, now);
    Json softpause = in.json("softpause");
    Attestation attestation =
        ObjectReader.read(softpause, object -> Attestation.read(object, registry));
    return new Token(issuer, issuedAt, expiresAt, id, attestation);
  }

  private static void requireFresh(long issuedAt, long expiresAt, long now) {
    if (issuedAt > now + MAX_SKEW_SECONDS) {
      throw new RuleViolation(
          Rule.TOKEN_FROM_FUTURE, "issued at " + issuedAt + ", now it is " + now);
    }
    if (expiresAt <= issuedAt || expiresAt - issuedAt > MAX_LIFETIME_SECONDS) {
      throw new RuleViolation(
          Rule.TOKEN_LIFETIME_TOO_LONG, "a token lives for 1 s to " + MAX_LIFETIME_SECONDS + " s");
    }
    if (now >= expiresAt) {
      throw new RuleViolation(Rule.TOKEN_EXPIRED, "expired at " + expiresAt + ", now it is " + now);
    }
  }
}
