package org.softpause.authz.signing;

/**
 * What became of a share. A bad one is recorded as well, so refusing it is an outcome and no
 * failure.
 */
public sealed interface ShareVerdict {
  /** Good, and counted if its session is still open. */
  record Accepted() implements ShareVerdict {}

  /** The same share came before. */
  record Known() implements ShareVerdict {}

  /** Not what its sender owes to this package; kept as evidence that anyone can recompute. */
  record Refused(String slug, String detail) implements ShareVerdict {}
}
