package org.softpause.authz.signing;

/**
 * The service's answer to a signature share. An invalid share is recorded as well, so a refusal is
 * an outcome and not a failure.
 */
public sealed interface ShareVerdict {
  /** The share is valid; it counted, unless its group has already signed without it. */
  record Accepted() implements ShareVerdict {}

  /** The same document was received before. */
  record Known() implements ShareVerdict {}

  /** The share is invalid for this package; it is kept as evidence that anyone can recompute. */
  record Refused(String detail) implements ShareVerdict {}

  /** Its sender has already answered this package with a different document; both are kept. */
  record Contradicting(String detail) implements ShareVerdict {}
}
