package org.softpause.authz.signing;

/**
 * What became of a share. A bad one is recorded as well, so refusing it is an outcome and no
 * failure.
 */
public sealed interface ShareVerdict {
  /** Good; counted, unless its group has signed without it. */
  record Accepted() implements ShareVerdict {}

  /** The same share came before. */
  record Known() implements ShareVerdict {}

  /** Not what its sender owes to this package; kept as evidence that anyone can recompute. */
  record Refused(String detail) implements ShareVerdict {}

  /** Another document than its sender's first for this package; kept beside that one. */
  record Contradicting(String detail) implements ShareVerdict {}
}
