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

  UNKNOWN_DECISION_TYPE("unknown-decision-type"),
  UNKNOWN_MANDATE("unknown-mandate"),
  WRONG_EPOCH("wrong-epoch"),
  PROPOSED_IN_FUTURE("proposed-in-future"),
  ANCHOR_BY_PASSED("anchor-by-passed"),
  ANCHOR_BY_TOO_LATE("anchor-by-too-late"),
  SLOT_OUT_OF_RANGE("slot-out-of-range"),
  SLOT_NOT_FOR_DRILLS("slot-not-for-drills"),
  EMERGENCY_DISARMED("emergency-disarmed"),
  TOO_MANY_REGIONS("too-many-regions"),
  REGIONS_NOT_ASCENDING("regions-not-ascending"),
  REGION_OUT_OF_RANGE("region-out-of-range"),
  HARDWARE_CLASSES_OUT_OF_RANGE("hardware-classes-out-of-range"),
  SCOPE_REACHES_EXEMPT("scope-reaches-exempt"),
  CEILING_OUT_OF_RANGE("ceiling-out-of-range"),
  EFFECTIVE_TOO_LATE("effective-too-late"),
  RAMP_OUT_OF_RANGE("ramp-out-of-range"),
  STAGGER_TOO_LONG("stagger-too-long"),
  EXPIRES_TOO_EARLY("expires-too-early"),
  PAUSE_TOO_LONG("pause-too-long"),
  SLOT_OCCUPIED("slot-occupied"),
  SLOT_NOT_OCCUPIED("slot-not-occupied"),
  WRONG_PAUSE("wrong-pause"),
  ALREADY_LIFTED("already-lifted"),
  PAUSE_EXPIRED("pause-expired"),
  PROPOSED_AT_NOT_RISING("proposed-at-not-rising"),
  WRONG_SIGNATURE_COUNT("wrong-signature-count"),
  SIGNATURE_MALFORMED("signature-malformed"),
  SIGNATURE_INVALID("signature-invalid"),

  COMMITMENT_MALFORMED("commitment-malformed"),
  SHARE_MALFORMED("share-malformed"),
  REQUEST_NOT_THIS_ONE("request-not-this-one"),
  REQUEST_STALE("request-stale"),

  WRONG_CHAIN("wrong-chain"),
  WRONG_REGISTRY("wrong-registry"),
  CERTIFICATE_ID_MISMATCH("certificate-id-mismatch"),
  LOG_SEQUENCE_BROKEN("log-sequence-broken"),
  LOG_TIME_BACKWARDS("log-time-backwards"),
  LOG_ROLLBACK("log-rollback"),
  LOG_FORK("log-fork"),
  LOG_GAP("log-gap"),
  LOG_HEAD_MISMATCH("log-head-mismatch"),
  LOG_AFTER_BLOCK("log-after-block"),
  STATE_OF_ANOTHER_REGISTRY("state-of-another-registry"),
  STATE_MALFORMED("state-malformed"),

  EXEMPTION_TOO_LOW("exemption-too-low"),
  LICENCE_NOT_SUPPORTED("licence-not-supported"),
  COMMITTEE_KEY_INVALID("committee-key-invalid"),
  COMMITTEE_COUNT_OUT_OF_RANGE("committee-count-out-of-range"),
  COMMITTEES_NOT_ASCENDING("committees-not-ascending"),
  NO_CIVIL_COMMITTEE("no-civil-committee"),
  DEPLOYMENT_HEAD_MISMATCH("deployment-head-mismatch"),
  DEPLOYMENT_ROSTER_MISMATCH("deployment-roster-mismatch"),
  DEPLOYMENT_POSSESSION_INVALID("deployment-possession-invalid"),
  DEPLOYMENT_CODE_MISMATCH("deployment-code-mismatch"),
  DEPLOYMENT_NOT_ON_CHAIN("deployment-not-on-chain"),

  TOKEN_TOO_LARGE("token-too-large"),
  TOKEN_MALFORMED("token-malformed"),
  TOKEN_HEADER_REFUSED("token-header-refused"),
  TOKEN_WRONG_KEY("token-wrong-key"),
  TOKEN_SIGNATURE_INVALID("token-signature-invalid"),
  TOKEN_EXPIRED("token-expired"),
  TOKEN_FROM_FUTURE("token-from-future"),
  TOKEN_LIFETIME_TOO_LONG("token-lifetime-too-long"),
  TOKEN_PROFILE_UNKNOWN("token-profile-unknown"),

  RLP_MALFORMED("rlp-malformed"),
  PROOF_MALFORMED("proof-malformed"),
  PROOF_INVALID("proof-invalid"),
  PROOF_HEADER_MISMATCH("proof-header-mismatch"),
  PROOF_HEAD_MISMATCH("proof-head-mismatch"),

  HEAD_DISAGREES("head-disagrees"),
  HEAD_NOT_PROVEN("head-not-proven"),
  HEAD_STALE("head-stale"),
  LIFT_NOT_PROVEN("lift-not-proven"),
  REGISTRY_NOT_LIVE("registry-not-live"),
  NOT_ENROLLED("not-enrolled"),
  ALREADY_ENROLLED("already-enrolled"),
  AGENT_STATE_DAMAGED("agent-state-damaged"),

  NOT_A_MEMBER("not-a-member"),
  FINGERPRINT_MISMATCH("fingerprint-mismatch"),
  DEPLOYMENT_NOT_PINNED("deployment-not-pinned"),
  DEPLOYMENT_ALREADY_PINNED("deployment-already-pinned"),
  DEPLOYMENT_NOT_OURS("deployment-not-ours"),
  DECISION_ID_MISMATCH("decision-id-mismatch"),
  DECISION_NOT_APPROVED("decision-not-approved"),
  DECISION_REJECTED_BEFORE("decision-rejected-before"),
  CONFIRMATION_MISMATCH("confirmation-mismatch"),
  REASONS_MISMATCH("reasons-mismatch"),
  PROPOSED_TOO_FAR_AHEAD("proposed-too-far-ahead"),
  SLOT_STILL_APPROVED("slot-still-approved"),
  NO_FREE_SLOT("no-free-slot"),
  WRONG_ROSTER("wrong-roster"),
  SIGNING_PACKAGE_MALFORMED("signing-package-malformed"),
  PACKAGE_HASH_MISMATCH("package-hash-mismatch"),
  COMMITMENT_NOT_OURS("commitment-not-ours"),
  COMMITMENT_BURNED("commitment-burned"),

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
