package org.softpause.protocol;

import org.softpause.frost.FrostException;

/**
 * A refusal that names the first rule broken. Its detail may be shown to anyone: it holds neither a
 * secret nor a whole document.
 */
public final class RuleViolation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Rule rule;
  private final String detail;

  public RuleViolation(Rule rule, String detail) {
    super(rule.slug() + ": " + detail);
    this.rule = rule;
    this.detail = detail;
  }

  public RuleViolation(Rule rule, String detail, Throwable cause) {
    super(rule.slug() + ": " + detail, cause);
    this.rule = rule;
    this.detail = detail;
  }

  /**
   * The refusal of a document whose content the threshold signing refuses. Its detail names the
   * members who provably broke the rule, and nobody else.
   */
  public static RuleViolation of(FrostException refused) {
    return new RuleViolation(rule(refused), String.valueOf(refused.getMessage()), refused);
  }

  private static Rule rule(FrostException refused) {
    return switch (refused) {
      case FrostException.MalformedEncoding encoding -> Rule.MALFORMED_VALUE;
      case FrostException.InvalidSigningPackage signing -> Rule.SIGNING_PACKAGE_MALFORMED;
      case FrostException.NoncesConsumed nonces -> Rule.COMMITMENT_BURNED;
      case FrostException.InvalidSignature signature -> Rule.SIGNATURE_INVALID;
      case FrostException.InvalidBatch batch -> Rule.SIGNATURE_INVALID;
      case FrostException.InvalidSignatureShares shares -> Rule.SIGNATURE_INVALID;
      case FrostException.UnfoundedBlame blame -> Rule.BLAME_UNFOUNDED;
      case FrostException.InvalidKeyGeneration keys -> Rule.KEY_GENERATION_INVALID;
    };
  }

  public Rule rule() {
    return rule;
  }

  public String detail() {
    return detail;
  }

  /** Makes the same refusal say where in a document it arose. */
  public RuleViolation at(String place) {
    return new RuleViolation(rule, place + ": " + detail, this);
  }
}
