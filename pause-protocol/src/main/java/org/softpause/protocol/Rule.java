package org.softpause.protocol;

/**
 * Every rule that can be broken. The slug is stable: problem types of the service, log lines of an
 * agent and refusals of a signer all use it.
 */
public enum Rule {
  TOO_LARGE("too-large"),
  MALFORMED_JSON("malformed-json"),
  DUPLICATE_MEMBER("duplicate-member"),
  UNKNOWN_MEMBER("unknown-member"),
  MISSING_MEMBER("missing-member"),
  WRONG_TYPE("wrong-type"),
  OUT_OF_RANGE("out-of-range"),
  MALFORMED_VALUE("malformed-value"),
  NOT_CANONICAL("not-canonical"),

  MALFORMED_KEY("malformed-key"),
  MALFORMED_JWS("malformed-jws"),
  JWS_HEADER_REFUSED("jws-header-refused"),
  JWS_WRONG_KEY("jws-wrong-key"),
  JWS_SIGNATURE_INVALID("jws-signature-invalid"),
  DOCUMENT_TYPE_REFUSED("document-type-refused"),
  MALFORMED_SEALED_SHARE("malformed-sealed-share"),
  SEALED_SHARE_NOT_FOR_US("sealed-share-not-for-us");

  private final String slug;

  Rule(String slug) {
    this.slug = slug;
  }

  public String slug() {
    return slug;
  }
}
