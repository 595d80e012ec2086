package org.softpause.authz.system;

import java.net.URI;

/**
 * The service's own reasons to refuse a request, beside the protocol's rules. The slug is stable
 * and ends the problem's {@code type} (RFC 9457), as a rule's slug does.
 */
public enum Problem {
  BODY_TOO_LARGE("too-large", 413),
  BUSY("busy", 503),
  CONFLICT("conflict", 409),
  DATABASE_UNREACHABLE("database-unreachable", 503),
  ENROLMENT_CODE_REFUSED("enrolment-code-refused", 403),
  INTERNAL("internal-error", 500),
  NOT_A_MEMBER("not-a-member", 403),
  NOT_AUTHORISED("not-authorised", 401),
  NOT_FOUND("not-found", 404),
  NOT_STORABLE("not-storable", 422),
  NO_REGISTRY("no-registry", 404),
  NO_SIGNING_PACKAGE("no-signing-package", 404),
  NO_TOKEN("no-token", 503),
  SHARE_INVALID("share-invalid", 422),
  SIGNING_CLOSED("signing-closed", 410),
  TOO_MANY_CEREMONIES("too-many-ceremonies", 429),
  TOO_SLOW("too-slow", 408),
  CHAIN_UNREACHABLE("chain-unreachable", 503);

  private static final String PREFIX = "urn:softpause:problem:";

  private final String slug;
  private final int status;

  Problem(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  public String slug() {
    return slug;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** The problem's {@code type}. */
  public URI type() {
    return type(slug);
  }

  /** The {@code type} of the problem or rule with this slug. */
  public static URI type(String slug) {
    return URI.create(PREFIX + slug);
  }

  /** A refusal for this reason; the detail may be shown to anyone. */
  public Refusal because(String detail) {
    return new Refusal(this, detail);
  }
}
